import type { UserId } from '#protocol/ids.ts';
import type { LockedHead } from '#server/storage/rows/lockHead.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Tx } from '#server/storage/unit.ts';
import { admitPerson } from './admitPerson.ts';
import { askToJoin, type Asking } from './askToJoin.ts';
import { tellApprovers } from './tellApprovers.ts';

/** Whether somebody is in now, or waits to be let in. */
export type Place = 'in' | 'waiting';

/**
 * Comes in through an open door, or asks where somebody has to open it (`asks`). The head is locked and stored here when it changed; the caller has made sure
 * that the person is neither in, nor waiting for the same door, nor banned. Answers whose own rows changed; the caller stamps them. Throws what
 * `admitPerson` and `askToJoin` throw.
 */
export async function comeIn(
  tx: Tx,
  head: LockedHead,
  asking: Asking,
  asks: boolean,
): Promise<{ state: Place; people: UserId[] }> {
  if (asks) {
    await askToJoin(tx, head, asking);
    return { state: 'waiting', people: await tellApprovers(tx, head) };
  }
  const hasWaited = asking.request?.state === requestState.waiting;
  await admitPerson(tx, head, asking);
  await writeHead(tx, head);
  return { state: 'in', people: [...(hasWaited ? await tellApprovers(tx, head) : []), asking.user] };
}
