import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toChatId, toCid } from '#protocol/casts.ts';
import type { OutboxEntry, UploadRow } from '#sync/changes.ts';

const mb = 1_024 * 1_024;
/** Blurs of drawn landscapes. */
const blurs = ['2fcZFIB3iId/h3iJh4aIYJ2V8g==', 'VggKDYAW6lZvdYd6d2iZh/p4GE/k', '1QcSHQRnh493V4dIh4eXh1h4kJUI'];

/** An id as the wire has it, from a word. */
export const mediaIdOf = (word: string): MediaId => word.padEnd(22, '_') as MediaId;

/** A photo of a story; it is drawn from its id. */
export const samplePhoto = (word: string, more: Partial<MediaPart> = {}): MediaPart => ({
  id: mediaIdOf(word),
  t: 'i',
  z: 2 * mb,
  w: 1_600,
  h: 1_200,
  m: 'image/webp',
  b: blurs[word.length % blurs.length] as string,
  ...more,
});
export const sampleVideo = (word: string, more: Partial<MediaPart> = {}): MediaPart =>
  samplePhoto(word, { t: 'v', z: 24 * mb, d: 84_000, m: 'video/mp4', n: `${word}.mp4`, ...more });
/** A voice message of so many ms; its words come and go. */
export const sampleVoice = (word: string, d = 23_000): MediaPart => ({
  ...{ id: mediaIdOf(word), t: 'a', z: d * 4, d, m: 'audio/webm' },
  f: Array.from(
    { length: 100 },
    (_, at) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Math.floor(Math.abs(Math.sin(at * 1.7) * Math.sin(at / 5)) * 31)],
  ).join(''),
});
export const sampleFile = (name: string, z = 12 * mb): MediaPart => ({ id: mediaIdOf(name), t: 'f', z, n: name });

/** A message of mine with these parts, on its way, and how far each is: `share` 0–1, by id. */
export function sendingMedia(
  parts: readonly MediaPart[],
  rows: readonly (Partial<UploadRow> & { share?: number })[],
  more: Partial<OutboxEntry> & { x?: string } = {},
): { entry: OutboxEntry; uploads: UploadRow[] } {
  const { x, ...rest } = more;
  const cid = toCid('00000000-0000-7000-8000-000000000777');
  const c = toChatId(1);
  const b = { f: [...parts], ...(x === undefined ? {} : { x }) };
  return {
    entry: {
      ...{ id: 1, i: cid, lane: 'c:1', state: 'queued', tried: 0, tries: 0, nextAt: 0, at: 0 },
      action: { t: 'send', c, cid, k: messageKind.media, b },
      ...rest,
    },
    uploads: parts.map(({ id, t, z }, at) => {
      const { share = 0, ...row } = rows[at] ?? {};
      return { id, c, cid, t, bytes: z, sent: Math.round(z * share), state: 'waiting', at: 0, ...row };
    }),
  };
}
