import { isJoined } from '#domain/chatTraits.ts';
import { isOver, sendRefusal } from '#domain/permissions.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

type Chat = Pick<NonNullable<ChatWindowState['chat']>, 'kind' | 'me' | 'meta'>;

/** Whether I may write now, and why not. `until`: server clock, ms. `slow`: I may write, and send from then on. */
export type ComposerGate =
  | { kind: 'open' }
  | { kind: 'closed' }
  /** its owner has ended it for everybody */
  | { kind: 'over' }
  | { kind: 'frozen'; until: number | undefined }
  | { kind: 'muted' | 'newRead'; until: number }
  | { kind: 'slow'; until: number; everyS: number };

/** The rule of the server, asked before it refuses. `sentAt`: my newest message here; `now`: server clock, ms. */
export function composerGate({ kind, me, meta }: Chat, sentAt: number | undefined, now: number): ComposerGate {
  const standing = { kind, state: me.st, role: me.ro, set: meta.set };
  const refusal = sendRefusal(standing, { joinedAt: me.ja ?? 0, mutedUntil: me.mt, sentAt }, now);
  if (!refusal) return { kind: 'open' };
  if (isJoined(me.st) && isOver(standing)) return { kind: 'over' };
  const until = now + (refusal.retry ?? 0);
  switch (refusal.code) {
    case 'FROZEN':
      return { kind: 'frozen', until: meta.set?.frozenUntil };
    case 'MUTED':
      return { kind: 'muted', until };
    case 'SLOW': {
      const newUntil = (me.ja ?? 0) + (meta.set?.newRead ?? 0) * 60_000;
      return newUntil > now ? { kind: 'newRead', until } : { kind: 'slow', until, everyS: meta.set?.slow ?? 1 };
    }
    default:
      return { kind: 'closed' };
  }
}

/** When I last sent something in a chat, as far as this window knows: what has arrived, and what is on its way. */
export function lastSentAt(
  { messages, pending }: Pick<ChatWindowState, 'messages' | 'pending'>,
  mid: number,
): number | undefined {
  const arrived = messages.findLast((row) => row.u === (mid as typeof row.u) && row.n !== undefined)?.at;
  const leaving = pending.findLast(({ state, held }) => state !== 'failed' && held !== 1);
  const times = [arrived, leaving && (leaving.sentAt ?? leaving.at)].filter((time) => time !== undefined);
  return times.length === 0 ? undefined : Math.max(...times);
}
