/**
 * Letters that are drawn like a Latin letter, by that letter, in lower case. Only what people really swap: a longer list would make words equal that nobody
 * confuses. `i` and `l` are one letter here (and `1` inside words), as they look in most fonts.
 */
const table: Record<string, string> = {
  a: 'аαɑᴀ',
  b: 'вβьʙ',
  c: 'сϲᴄ',
  d: 'ԁđðᴅ',
  e: 'еєɛεᴇ',
  f: 'ғꜰ',
  g: 'ɡɢ',
  h: 'нһħʜ',
  i: 'lіιıɩӏɪʟł',
  j: 'јϳᴊ',
  k: 'кκᴋ',
  m: 'мᴍ',
  n: 'пηɴ',
  o: 'оοσөøᴏ',
  p: 'рρþᴘ',
  q: 'ԛ',
  r: 'гʀ',
  s: 'ѕꜱ',
  t: 'тτŧᴛ',
  u: 'μυᴜ',
  v: 'νѵᴠ',
  w: 'ԝωᴡ',
  x: 'хχ',
  y: 'уγʏ',
  z: 'ᴢ',
  ae: 'æ',
  oe: 'œ',
};

/** The Latin letter a character is drawn like; characters without one are not in it. */
export const lookalikes: ReadonlyMap<string, string> = new Map(
  Object.entries(table).flatMap(([letter, drawn]) => Array.from(drawn, (char) => [char, letter] as const)),
);

/** Digits that stand for a letter in a word that has letters too. */
export const leetDigits: ReadonlyMap<string, string> = new Map(
  Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b' }),
);
/** Signs that stand for a letter between two letters. */
export const leetSigns: ReadonlyMap<string, string> = new Map(Object.entries({ '@': 'a', $: 's', '|': 'i' }));
