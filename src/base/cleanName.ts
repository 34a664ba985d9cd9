/** Shows nothing, or turns around what follows. Joiners stay: some scripts and most families of emoji need them. */
const unseen = /(?!\u200c|\u200d|[\u{e0020}-\u{e007f}])\p{Cf}|[\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu;
/** What names a country behind a black flag, and shows nothing elsewhere. */
const loneTags = /(?<!\u{1f3f4}[\u{e0020}-\u{e007f}]{0,6})[\u{e0020}-\u{e007f}]/gu;
/** More than these on one letter only push other lines away. */
const marks = /(\p{M}{4})\p{M}+/gu;
/** Several joiners after one another, and those that join nothing. */
const joiners = /(?:^|(?<=\u200c|\u200d|\s))(?:\u200c|\u200d)+|(?:\u200c|\u200d)+(?=\s|$)/gu;

/**
 * A name as it is stored: it stays in its line and beside its neighbours, whatever was typed. Characters that show nothing or change the direction of what follows go, a letter keeps four of its marks, and nothing stands
 * around it. Control characters stay, for the rule of the field to refuse. Cleaning twice changes nothing.
 */
export function cleanName(text: string): string {
  return text.replace(unseen, '').replace(loneTags, '').replace(marks, '$1').replace(joiners, '').trim();
}
