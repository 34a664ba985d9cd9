/** Skin tones from light to dark; `none` leaves an emoji yellow. */
export const emojiTones = ['none', 'light', 'medium-light', 'medium', 'medium-dark', 'dark'] as const;
export type EmojiTone = (typeof emojiTones)[number];

export const isEmojiTone = (value: unknown): value is EmojiTone => (emojiTones as readonly unknown[]).includes(value);

/** The first modifier, for light; the others follow it. */
const FIRST = 0x1f3fb;

/** The emoji in a skin tone: each person and hand in it gets the same. Emoji without skin stay as they are. */
export function withTone(emoji: string, tone: EmojiTone): string {
  const step = emojiTones.indexOf(tone) - 1;
  if (step < 0) return emoji;
  // Hands that hold each other between two people have the tone of the people.
  return emoji.replaceAll(/(?!🤝\u200d)(\p{Emoji_Modifier_Base})\ufe0f?/gu, `$1${String.fromCodePoint(FIRST + step)}`);
}
