import type { LocalMessage, OutboxEntry } from '#sync/changes.ts';
import type { Overlay } from './chatWindowStore.ts';

/**
 * What the waiting actions of a chat make of its messages: `overlays` for messages the server has, `pending` for own sends. Failed actions show nothing:
 * they stand in the tray. Actions that name a message by its cid find it among the sends or, once it has arrived, among the rows.
 */
export function toOverlays(
  entries: Iterable<OutboxEntry>,
  messages: readonly LocalMessage[],
  me: number | undefined,
): { pending: OutboxEntry[]; overlays: Map<number, Overlay> } {
  const ordered = [...entries].toSorted((a, b) => a.id - b.id);
  const pending = new Map<string, OutboxEntry>();
  const overlays = new Map<number, Overlay>();
  const lay = (seq: number | undefined, change: Overlay): void => {
    if (seq !== undefined) overlays.set(seq, { ...overlays.get(seq), ...change });
  };
  const seqOf = (cid: string | undefined): number | undefined =>
    cid === undefined ? undefined : messages.find((row) => row.i === cid && row.u === me)?.s;
  for (const entry of ordered) {
    const { action } = entry;
    if (action.t === 'send') {
      if (seqOf(action.cid) === undefined) pending.set(action.cid, entry);
      continue;
    }
    if (entry.state === 'failed') continue;
    if (action.t === 'react') lay(action.s, { my: action.e });
    if (action.t === 'dropLink') lay(action.s, { noLink: true });
    if (action.t === 'vote') lay(action.s, { mb: action.o });
    if (action.t !== 'edit' && action.t !== 'unsend') continue;
    const send = action.target === undefined ? undefined : pending.get(action.target);
    if (!send) lay(action.s ?? seqOf(action.target), action.t === 'edit' ? toText(action.b) : { gone: true });
    else if (action.t === 'unsend') pending.delete(action.target ?? '');
    else if (send.action.t === 'send')
      pending.set(send.action.cid, { ...send, action: { ...send.action, b: action.b } });
  }
  return { pending: [...pending.values()], overlays };
}

function toText(b: { x: string; at?: Overlay['at'] }): Overlay {
  return { text: b.x, at: b.at };
}
