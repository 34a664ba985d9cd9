import { limits } from '#protocol/limits.ts';

/** Letters that stand on one another: more than these on one letter only push other lines away. */
const marksMax = 4;
/** An ending is kept when a long name is cut, unless it is no ending but a sentence. UTF-16 units, with the dot. */
const endingMax = 16;

/** Left to themselves these would turn letters around, show nothing, or break the line. Joiners stay: some scripts and most families of emoji need them. */
const hidden = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]|(?![\u200c\u200d])\p{Cf}|[\u115f\u1160\u3164\uffa0]/gu;
const marks = new RegExp(String.raw`(\p{M}{${marksMax}})\p{M}+`, 'gu');
/** Several joiners after one another, and those that join nothing. */
const joiners = /(?:^|(?<=[\u200c\u200d\s.]))[\u200c\u200d]+|[\u200c\u200d]+(?=[\s.]|$)/gu;

/**
 * A name under which a file can be shown and saved anywhere: without a path, without characters that no system takes, that show nothing or turn the text around (so that `gpj.exe` cannot look like `exe.jpg`), with
 * few marks on a letter, and not longer than the limit; its ending stays. Undefined where nothing is left. Cleaning twice changes nothing.
 */
export function cleanFileName(name: string): string | undefined {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .replace(hidden, '')
    // One form of every letter, so that the same name is the same everywhere.
    .normalize('NFC')
    .replace(marks, '$1')
    .replace(/[<>:"|?*]/g, '_')
    // Spaces last: what shows nothing may have stood between two of them.
    .replace(joiners, '')
    .replace(/\s+/gu, ' ');
  const cut = cutKeepingEnding(trim(plain));
  return cut === '' ? undefined : cut;
}

/** Dots and spaces at the edges hide a file or are dropped by the system it is saved on. */
const trim = (name: string): string => name.replace(/^[\s.\p{M}\u200c\u200d]+|[\s.\u200c\u200d]+$/gu, '');

function cutKeepingEnding(name: string): string {
  if (name.length <= limits.fileNameMax) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= endingMax ? name.slice(dot) : '';
  const stem = name.slice(0, limits.fileNameMax - ending.length);
  // Never through the middle of a character.
  return trim(stem.replace(/[\ud800-\udbff]$/, '')) + ending;
}
