/** How far into a text its first element is looked for, characters. */
const startMax = 8_192;
const firstTag = /^<(?:!doctype\s+html|html|head|meta|title|base|link|script|style|body|div|p)[\s>]/i;
/** What may stand before it. */
const asides = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/** Whether a text begins as a page does, whatever it was called. */
export function isPage(text: string): boolean {
  let rest = text.slice(0, startMax).trimStart();
  for (;;) {
    const aside = asides.find(([begin]) => rest.startsWith(begin));
    if (!aside) return firstTag.test(rest);
    const end = rest.indexOf(aside[1], aside[0].length);
    if (end === -1) return false;
    rest = rest.slice(end + aside[1].length).trimStart();
  }
}
