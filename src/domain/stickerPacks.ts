/** The packs of stickers that everybody has, and what is in them, in the order of the panel. Both ends know them: what stands in no list can neither be sent nor drawn. */
export const stickerPacks = {
  tika: ['thanks', 'sorry', 'laugh', 'cry', 'night', 'otw', 'ok', 'love', 'angry', 'birthday', 'rain', 'coffee'],
} as const;

export type StickerPack = keyof typeof stickerPacks;
export type StickerName = (typeof stickerPacks)[StickerPack][number];

/** One sticker: `p` its pack, `s` its name in it; this is the body of its message too. */
export interface Sticker {
  p: StickerPack;
  s: StickerName;
}

/** The sticker that a body names. Undefined for one that this version does not have. */
export function toSticker(body: Readonly<{ p?: unknown; s?: unknown }>): Sticker | undefined {
  const { p, s } = body;
  if (typeof p !== 'string' || !Object.hasOwn(stickerPacks, p)) return undefined;
  const pack = p as StickerPack;
  const name = stickerPacks[pack].find((each) => each === s);
  return name && { p: pack, s: name };
}

/** A sticker as one word, for settings: `tika/love`. */
export const stickerKey = ({ p, s }: Sticker): string => `${p}/${s}`;

/** The sticker that {@link stickerKey} named; undefined for one that this version does not have. */
export function parseSticker(key: string): Sticker | undefined {
  const [p, s] = key.split('/');
  return toSticker({ p, s });
}
