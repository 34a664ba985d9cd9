import type { MediaKit } from '#client/stores/mediaStore.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { fakeVoiceKit } from './fakeVoiceKit.ts';

/** A drawn landscape whose colours come from the id, so that every picture of a story has its own. An id that begins with `lost` has none. */
export function drawnPicture(id: string): string | undefined {
  if (id.startsWith('lost')) return undefined;
  const hue = Array.from(id).reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 240" preserveAspectRatio="xMidYMid slice"><rect width="320" height="240" fill="oklch(0.9 0.05 ${hue})"/><circle cx="240" cy="64" r="26" fill="oklch(0.96 0.09 90)"/><path d="M0 160 90 80l70 70 60-44 100 64v70H0z" fill="oklch(0.68 0.09 ${hue})"/><path d="M0 200q80-40 160 0t160-6v46H0z" fill="oklch(0.5 0.09 ${(hue + 60) % 360})"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Files without a device: pictures are drawn from their ids, whatever is picked is ready at once. A file called `empty…`, `large…` or `full…` cannot be taken. */
export function fakeMediaKit(note: (name: string, input: unknown) => void): MediaKit {
  let count = 0;
  return {
    files: {
      srcOf: (id) => drawnPicture(id),
      hold: () => () => undefined,
      failed: () => undefined,
      subscribe: () => () => undefined,
    },
    voice: fakeVoiceKit(note),
    async take(file, quality) {
      note('takeFile', { name: file.name, quality });
      const problem = ({ empty: 'empty', large: 'tooLarge', full: 'full' } as const)[
        file.name.slice(0, 5).replace(/[^a-z].*/, '') as 'empty'
      ];
      if (problem) return { problem };
      count += 1;
      const id = `picked-${count}`.padEnd(22, '_') as MediaId;
      const t: MediaPart['t'] = file.type.startsWith('image/') ? 'i' : file.type.startsWith('video/') ? 'v' : 'f';
      return { part: { id, t, z: Math.max(1, file.size), n: file.name, ...(t === 'f' ? {} : { w: 320, h: 240 }) } };
    },
    async send(part, onSent) {
      note('sendFile', part.n);
      onSent(part.z);
      return { ok: true, data: null };
    },
    drop: async (ids) => note('dropFiles', ids),
    async save(part) {
      note('saveFile', part.id);
      return !part.id.startsWith('lost');
    },
    measure: async () => ({ files: 12, bytes: 48 * 1_024 * 1_024 }),
    forget: async () => note('forgetMedia', undefined),
    budget: async () => 500 * 1_024 * 1_024,
    setBudget: async (bytes) => note('setMediaBudget', bytes),
  };
}
