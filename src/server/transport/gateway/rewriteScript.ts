import { Transform } from 'node:stream';

/** Where pages find our script in the place of the one that they name. */
const ours = '/__mini/telegram-web-app.js';
/** The forms of the official script's address, up to its query; slashes are escaped inside of JSON texts. */
const forms = ['https:', 'http:', ''].flatMap((scheme) => {
  const plain = `${scheme}//telegram.org/js/telegram-web-app.js`;
  return [plain, plain.replaceAll('/', '\\/')];
});
const longest = Math.max(...forms.map(({ length }) => length));
const address = /(?:https?:)?(\\?)\/\\?\/telegram\.org\\?\/js\\?\/telegram-web-app\.js(?:\?[\w.=&;%~-]{0,100})?/g;

const rewritten =
  /^\s*(?:text\/html|application\/xhtml\+xml|(?:text|application)\/(?:x-)?(?:java|ecma)script)\s*(?:;|$)/i;

/** Whether answers of this type may name the official script. */
export const isRewritten = (type: string | undefined): boolean => type !== undefined && rewritten.test(type);

/**
 * Puts the address of our script in the place of the official one's while a page or script streams through. Holds back only what could be the beginning of such an
 * address. Works on bytes as Latin-1, so that every other byte leaves as it came.
 */
export function rewriteScript(): Transform {
  let rest = '';
  const turn = (text: string, isLast: boolean): string => {
    let done = '';
    let from = 0;
    for (const match of text.matchAll(address)) {
      const end = match.index + match[0].length;
      // Its query may go on in the next part.
      if (end === text.length && !isLast) {
        rest = text.slice(match.index);
        return done + text.slice(from, match.index);
      }
      done += text.slice(from, match.index) + (match[1] === '' ? ours : ours.replaceAll('/', '\\/'));
      from = end;
    }
    const cut = isLast ? text.length : beginOf(text, from);
    rest = text.slice(cut);
    return done + text.slice(from, cut);
  };
  return new Transform({
    transform(part: Buffer, _encoding, done) {
      done(null, Buffer.from(turn(rest + part.toString('latin1'), false), 'latin1'));
    },
    flush(done) {
      done(null, Buffer.from(turn(rest, true), 'latin1'));
    },
  });
}

/** Where, after `from`, a text ends in the beginning of an address; its length where it does not. */
function beginOf(text: string, from: number): number {
  for (let at = Math.max(from, text.length - longest); at < text.length; at += 1) {
    const tail = text.slice(at);
    if (forms.some((form) => form.startsWith(tail))) return at;
  }
  return text.length;
}
