/** Left to themselves these would turn letters around, show nothing, or break the line. Joiners stay: some scripts and most families of emoji need them. */
const unseen = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|[\u115f\u1160\u3164\uffa0]/gu;
/** More than these on one letter only push other lines away. */
const marks = /(\p{M}{4})\p{M}+/gu;
/** Several joiners after one another, and those that join nothing. */
const joiners = /(?:^|(?<=[\u200c\u200d\s]))[\u200c\u200d]+|[\u200c\u200d]+(?=\s|$)/gu;

/**
 * Words of strangers as one line of at most `max` characters (UTF-16 units), for places where they stand beside our own: nothing in them is unseen, changes the direction of what
 * follows, or grows out of its line. What is too long ends with "…". Empty where nothing is left.
 */
export function cleanLine(text: string, max: number): string {
  const line = text
    // Far more than is shown, and little enough to look at.
    .slice(0, max * 20)
    .replace(/\s+/gu, ' ')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(marks, '$1')
    .replace(joiners, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  if (line.length <= max) return line;
  let short = '';
  for (const { segment } of new Intl.Segmenter().segment(line)) {
    if (short.length + segment.length > max - 1) break;
    short += segment;
  }
  return `${short.trimEnd()}…`;
}
