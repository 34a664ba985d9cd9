import { memberPlace } from '#client/stores/memberPlace.ts';
import type { VoiceTrack } from '#client/stores/voicePlayer.ts';
import { isMediaMessage } from '#domain/chatTraits.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { LocalMessage } from '#sync/changes.ts';
import type { LocalStore } from '#sync/ports.ts';

/** Places in a chat that are looked through for the next voice message: what lies further away belongs to another talk. */
const reach = 200;

/** The voice message that comes next in a chat, of those on this device that the person has not hidden. */
export async function nextVoice(store: LocalStore, { c, s }: VoiceTrack): Promise<VoiceTrack | undefined> {
  if (s === undefined) return undefined;
  return store.read(['chats', 'msgs', 'hidden', 'members'], async (tx) => {
    const span = { index: ':primary', from: [c, s + 1], to: [c, s + reach] } as const;
    const [rows, hidden] = await Promise.all([tx.range('msgs', span), tx.range('hidden', span)]);
    const unseen = new Set(hidden.map((row) => row.s));
    const row = rows.find((one) => voiceOf(one) !== undefined && !unseen.has(one.s));
    const part = row && voiceOf(row);
    if (!part) return undefined;
    const member = await tx.get('members', [memberPlace(c, await tx.get('chats', c)), row.u]);
    return { id: part.id, c, s: row.s, u: row.u, ms: part.d ?? 0, ...(member?.nn ? { name: member.nn } : {}) };
  });
}

/** The voice of a message that still has one. */
function voiceOf({ k, b, del }: LocalMessage): MediaPart | undefined {
  if (!isMediaMessage(k) || del !== undefined) return undefined;
  const [part] = (b as { f?: MediaPart[] } | undefined)?.f ?? [];
  return part?.t === 'a' ? part : undefined;
}
