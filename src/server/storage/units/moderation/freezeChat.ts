import { canChangeSettings, isFrozen } from '#domain/permissions.ts';
import { recordAct } from '#server/storage/rows/recordAct.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { act } from './act.ts';
import type { ActInput, ActOutcome } from './ActOutcome.ts';
import { changeSwitches, switchesOf } from './changeSwitches.ts';

export interface FreezeInput extends ActInput {
  on: boolean;
  minutes?: number | undefined;
}

/** Lets only moderators write, for a time or until it is taken back. The same again changes nothing. Throws NOT_MEMBER, FORBIDDEN. */
export const freezeChat = writeUnit((tx, input: FreezeInput): Promise<ActOutcome<{ r: number }>> =>
  act(tx, input, { name: 'chat.freeze', may: canChangeSettings }, async (acting) => {
    const { frozen: _on, frozenUntil: _until, ...rest } = switchesOf(acting);
    if (!input.on && !isFrozen(acting.standing.set, tx.now)) return { r: acting.head.rev };
    const until = input.minutes === undefined ? undefined : tx.now + input.minutes * 60_000;
    const set = switchesOf(acting);
    const frozen = { frozen: 1 as const, ...(until === undefined ? {} : { frozenUntil: until }) };
    const r = await changeSwitches(tx, acting, input.on ? { ...rest, ...frozen } : rest);
    await recordAct(tx, {
      c: input.c,
      by: acting.me.mid,
      what: input.on ? 'freeze' : 'thaw',
      detail: { set, ...(until === undefined || !input.on ? {} : { until }) },
    });
    return { r };
  }),
);
