/*
 * Words of days and times in the five languages, as parts of a regular expression. Each has named groups; what reads them is `readWhen`. Numbers of digits are bounded, so that no text costs more than its length.
 */

const months: readonly (readonly string[])[] = [
  ['January', 'Januari', 'Jan'],
  ['February', 'Februari', 'Feb'],
  ['March', 'Maret', 'Mar'],
  ['April', 'Apr'],
  ['May', 'Mei'],
  ['June', 'Juni', 'Jun'],
  ['July', 'Juli', 'Jul'],
  ['August', 'Agustus', 'Aug', 'Agu', 'Agt'],
  ['September', 'Sept', 'Sep'],
  ['October', 'Oktober', 'Oct', 'Okt'],
  ['November', 'Nov'],
  ['December', 'Desember', 'Dec', 'Des'],
];
const monthNumbers = new Map(months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

/** 1–12; undefined: no month. With a capital, as both languages write them. */
export const monthOf = (name: string): number | undefined => monthNumbers.get(name);

const weekdays: readonly (readonly string[])[] = [
  ['Sunday', 'Sun', 'Minggu', '日', '일', '天'],
  ['Monday', 'Mon', 'Senin', '月', '월', '一'],
  ['Tuesday', 'Tue', 'Selasa', '火', '화', '二'],
  ['Wednesday', 'Wed', 'Rabu', '水', '수', '三'],
  ['Thursday', 'Thu', 'Kamis', '木', '목', '四'],
  ['Friday', 'Fri', 'Jumat', "Jum'at", '金', '금', '五'],
  ['Saturday', 'Sat', 'Sabtu', '土', '토', '六'],
];
const weekdayNumbers = new Map(weekdays.flatMap((names, index) => names.map((name) => [name, index] as const)));

/** 0: Sunday. */
export const weekdayOf = (name: string): number | undefined => weekdayNumbers.get(name);

/** Days after the one on which it is said. */
export const dayWords: Readonly<Record<string, number>> = {
  today: 0,
  tonight: 0,
  tomorrow: 1,
  'hari ini': 0,
  'malam ini': 0,
  'nanti malam': 0,
  besok: 1,
  lusa: 2,
  今日: 0,
  今夜: 0,
  明日: 1,
  あした: 1,
  明後日: 2,
  あさって: 2,
  오늘: 0,
  내일: 1,
  모레: 2,
  今天: 0,
  今晚: 0,
  明天: 1,
  後天: 2,
};

/** A word at the start of a sentence has a capital. */
const anyCase = (word: string): string => word.replace(/^[a-z]/, (letter) => `[${letter.toUpperCase()}${letter}]`);
const anyOf = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map(anyCase)
    .join('|');
const isLatin = (word: string): boolean => /^[a-z]/i.test(word);
const known = Object.keys(dayWords);

/** Nothing of a longer word, number, amount or path around it. */
const before = String.raw`(?<![\p{L}\p{N}.,:/+_#@-])`;
const after = String.raw`(?![\p{L}\p{N}_]|[.,:/-]\p{N})`;
/** Chinese, Japanese and Korean stand without spaces. */
const beforeWide = String.raw`(?<![\p{N}.,:/+_#@-])`;
const afterWide = String.raw`(?![\p{N}_]|[.,:/-]\p{N})`;

const month = `(?<month>${anyOf(months.flat()).replaceAll(/\[(\w)\w\]/g, '$1')})`;
const year = String.raw`(?<year>(?:19|20)\d\d)`;
const day = String.raw`(?<day>[0-3]?\d)`;
const latinWeekdays = anyOf(weekdays.flat().filter(isLatin));
const part = `(?: (?<part>pagi|siang|sore|malam|morning|afternoon|evening|night))?`;

/** A time that can be nothing else: with a colon, or with "am" and "pm". */
const half = String.raw`(?<half>[aApP]\.?[mM])(?![\p{L}])\.?`;
const latinClock = String.raw`(?:(?<hour>[01]?\d|2[0-4]):(?<minute>[0-5]\d)(?: ?${half})?|(?<hour>1[0-2]|0?[1-9]) ?${half})`;
/** Indonesian says "jam 9", and writes a point between hours and minutes. */
const jamClock = String.raw`(?:[Jj]am|[Pp]ukul|[Pp]kl\.?) (?<hour>[01]?\d|2[0-4])(?:[.:](?<minute>[0-5]\d))?(?: (?<half>pagi|siang|sore|malam))?`;
const clock = `(?:(?:at |@ ?)?${latinClock}|${jamClock})`;
const halves = '午前|午後|朝|夜|上午|下午|早上|中午|晚上|오전|오후|아침|저녁|밤|새벽';
const cjkHour = String.raw`(?<hour>[01]?\d|2[0-4])(?:[時點点](?![間心])|시(?!간))`;
const cjkMinute = String.raw`(?: ?(?<minute>[0-5]?\d)[分분]|半| ?반(?!\p{L}))?`;
const wideClock = String.raw`(?:(?:(?<half>${halves}) ?)?${cjkHour}(?<rest>${cjkMinute})|(?:(?<half>${halves}) ?)?(?<hour>[01]?\d|2[0-4])[:：](?<minute>[0-5]\d))`;

const dayFirst = String.raw`(?:(?:${latinWeekdays}),? )?${day}(?:st|nd|rd|th)? (?:of )?${month}(?!\p{L})\.?(?:,? ${year})?`;
/** "May 5" may be the start of a sentence about five people. */
const monthFirst = String.raw`(?:(?:${latinWeekdays}),? )?${month}\.? ${day}(?:st|nd|rd|th)?(?:,? ${year}|(?! (?!(?:at|from|until|till|and|or|in|on|is|for) )\p{Ll}))`;
const latinDate = `(?:${dayFirst}|${monthFirst})`;
const dayWord = `(?<word>${anyOf(known.filter(isLatin))})${part}`;
const weekday = `(?:[Oo]n |[Hh]ari )?(?<weekday>${latinWeekdays})${part}`;
const wideDays = '日月火水木金土一二三四五六월화수목금토일';
const wideDate = String.raw`(?:${year}[年년] ?)?(?<number>1[0-2]|0?[1-9])[月월] ?${day}[日號号일](?: ?[（(][${wideDays}](?:曜日?|요일)?[)）])?`;
const wideWord = `(?<word>${anyOf(known.filter((word) => !isLatin(word)))})`;
const wideWeekday = String.raw`(?<next>来週の?|下個?(?=[週星禮])|다음 ?주 ?)?(?:(?:星期|週|禮拜)(?<weekday>[一二三四五六日天])|(?<weekday>[日月火水木金土])曜日?|(?<weekday>[일월화수목금토])요일)`;
const gap = String.raw`[ 　]?(?:の|에|,|、|，)?[ 　]?`;

const forms: readonly string[] = [
  ...['-', '/'].map(
    (mark) => `${before}${year}${mark}(?<number>1[0-2]|0?[1-9])${mark}${day}(?:[ T,]{1,2}${latinClock})?${after}`,
  ),
  `${before}${latinDate}(?:,? ${clock})?${after}`,
  `${before}${latinClock},? (?:on )?${latinDate}${after}`,
  `${before}${dayWord},? ${clock}${after}`,
  `${before}(?:${latinClock}|${jamClock}) ${dayWord}${after}`,
  `${before}${weekday},? ${clock}${after}`,
  `${before}${latinClock} ${weekday}${after}`,
  `${beforeWide}${wideDate}(?:${gap}${wideClock})?${afterWide}`,
  `${beforeWide}${wideWord}${gap}${wideClock}${afterWide}`,
  `${beforeWide}${wideWeekday}${gap}${wideClock}${afterWide}`,
];

/** Not every browser takes a name of a group twice: they are numbered (`hour_3`). */
function toRule(form: string): RegExp {
  let count = 0;
  return new RegExp(
    form.replaceAll(/\(\?<(\w+)>/g, (_whole, name: string) => `(?<${name}_${(count += 1)}>`),
    'gu',
  );
}

/** The ways in which days are named. */
export const dateRules: readonly RegExp[] = forms.map(toRule);
