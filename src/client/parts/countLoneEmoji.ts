const EMOJI = /^\p{RGI_Emoji}$/v;
/** Three family emoji are about 35 units long: longer texts need no counting. */
const LONGEST = 96;

/** How many emoji a text consists of, 0 when it holds anything else (white space aside) or more than three. */
export function countLoneEmoji(text: string): 0 | 1 | 2 | 3 {
  if (text.length > LONGEST) return 0;
  let count = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) {
    if (segment.trim() === '') continue;
    // A heart may come without its emoji selector (U+FE0F); digits and "#" are emoji only with it.
    const isEmoji = EMOJI.test(segment) || (!/^[\d#*]/u.test(segment) && EMOJI.test(`${segment}\ufe0f`));
    count += 1;
    if (!isEmoji || count > 3) return 0;
  }
  return count as 0 | 1 | 2 | 3;
}
