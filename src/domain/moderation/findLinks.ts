/** A link in a text, in UTF-16 units of it. `isInvite`: leads into another chat or messenger. */
export interface FoundLink {
  start: number;
  length: number;
  isInvite: boolean;
}

/** Endings that people write without `https://`. Others count only with it: "end.So" is not a link. */
const endings =
  'com|net|org|info|biz|io|me|gg|app|dev|xyz|site|online|shop|store|top|vip|club|link|live|pro|fun|icu|cc|tv|ly|to|co|id|jp|kr|tw|cn|hk|sg|my|ph|th|vn|in|us|uk|eu|de|fr|nl|ru|au';
/** Every repetition is bounded and every try begins at the edge of a word, so time grows with the length alone. */
const link = new RegExp(
  [
    String.raw`(?:https?|tg|line|intent):\/\/[^\s<>"'，。、）」』】]{1,2000}`,
    String.raw`(?<![a-z0-9.@_-])(?:www\.)?(?:[a-z0-9](?:[a-z0-9-]{0,40}[a-z0-9])?\.){1,3}(?:${endings})(?![a-z0-9@_-])(?:[:/?#][^\s<>"'，。、）」』】]{0,2000})?`,
  ].join('|'),
  'g',
);
const invite = new RegExp(
  String.raw`^(?:[a-z]+:\/\/)?(?:www\.)?(?:t\.me|telegram\.(?:me|dog)|wa\.me|api\.whatsapp\.com|chat\.whatsapp\.com|discord\.gg|discord(?:app)?\.com\/invite|line\.me|lin\.ee|liff\.line\.me|open\.kakao\.com|pf\.kakao\.com|m\.me|signal\.(?:me|group)|zalo\.me|viber\.(?:com|me)|join\.skype\.com|weixin\.qq\.com|u\.wechat\.com)(?:[/?#:]|$)|^(?:tg|line):\/\/|\/(?:join|invite)\/`,
);

/** Finds links, also in full width letters and with invisible characters between. Every character keeps its place. */
export function findLinks(text: string): FoundLink[] {
  const { plain, places } = plainOf(text);
  return [...plain.matchAll(link)].map((match) => {
    const from = places[match.index] as number;
    const last = places[match.index + match[0].length] ?? text.length;
    return { start: from, length: last - from, isInvite: invite.test(match[0]) };
  });
}

/** The text in half width and lower case without what shows nothing, and where each character of it stood. */
function plainOf(text: string): { plain: string; places: number[] } {
  let plain = '';
  const places: number[] = [];
  let at = 0;
  for (const char of text) {
    if (!/^\p{Cf}$/u.test(char)) {
      const code = char.charCodeAt(0);
      const isWide = code >= 0xff01 && code <= 0xff5e;
      const half = isWide ? String.fromCharCode(code - 0xfee0) : char;
      const lower = half.toLowerCase();
      const kept = lower.length === char.length ? lower : char;
      plain += kept;
      for (let unit = 0; unit < kept.length; unit += 1) places.push(at + unit);
    }
    at += char.length;
  }
  return { plain, places };
}
