import type { Translate } from '#client/parts/systemText.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';

/** How a file is called, also one that has no name. */
export function nameOfPart(t: Translate, { n, t: type }: Pick<MediaPart, 'n' | 't'>): string {
  const words = { i: 'photo', v: 'video', a: 'voice', f: 'file' } as const;
  return n ?? t(`uploads.${words[type]}`);
}
