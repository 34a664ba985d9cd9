import type { DeviceOf, OperationEvent, Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';
import type { StoredChat, StoredRow } from './storedWorld.ts';

/**
 * (a) What was acknowledged is stored, what failed is not, and what nobody knows may be either. A send is stored as its row, a change as its answer in the
 * table of operations together with its trace in the row, a read mark as a position at least as far.
 */
export function checkAcked(device: DeviceOf, events: readonly OperationEvent[], stored: StoredIndex): Violation[] {
  const broken: Violation[] = [];
  for (const event of events) {
    if (event.e !== 'ok' && event.e !== 'fail') continue;
    const chat = stored.chat(event.c);
    const text = chat
      ? event.f === 'send'
        ? sendFault(event, stored.sent(event.c, device.user, event.id))
        : changeFault(event, device, chat, stored)
      : 'the chat is not stored';
    if (text) broken.push({ rule: 'acked', text: `device ${device.d}, ${event.f} ${event.id} in ${event.c}: ${text}` });
  }
  return broken;
}

type Ended = Extract<OperationEvent, { e: 'ok' | 'fail' }>;

function sendFault(event: Ended, row: StoredRow | undefined): string | undefined {
  if (event.e === 'ok') return row ? undefined : 'acknowledged, but not stored';
  return row ? `failed (${event.code}), but stored` : undefined;
}

function changeFault(event: Ended, { user }: DeviceOf, chat: StoredChat, stored: StoredIndex): string | undefined {
  if (event.f === 'read') return event.e === 'ok' ? readFault(event, user, chat) : undefined;
  const isStored = stored.ops.has(`${user}:${event.id}`);
  if (event.e === 'fail') return isStored ? `failed (${event.code}), but stored` : undefined;
  if (!isStored) return 'acknowledged, but its answer is not stored';
  if (event.s === undefined) return undefined;
  const row = stored.at(event.c, event.s);
  if (!row) return `acknowledged, but message ${event.s} is not stored`;
  if (event.r !== undefined && row.r < event.r) return `acknowledged as of ${event.r}, but the row is of ${row.r}`;
  if (event.f === 'unsend' && !row.isUnsent) return 'acknowledged, but the text is still there';
  if (event.f === 'edit' && !row.isEdited && !row.isUnsent) return 'acknowledged, but the text was never edited';
  return undefined;
}

function readFault(event: Extract<Ended, { e: 'ok' }>, user: number, chat: StoredChat): string | undefined {
  const rs = chat.members.find((member) => member.user === user)?.rs ?? -1;
  return rs < (event.s ?? 0) ? `acknowledged up to ${event.s}, but stored up to ${rs}` : undefined;
}
