/** Links of one text that a gallery names. */
const linksMax = 10;
const link = /https?:\/\/[^\s<>"'`，。、）」』】\p{Cf}]{3,2000}/giu;

/** Addresses in a text that lead to the web, as they were written, without the signs of the sentence behind them; each once, at most ten. */
export function linksIn(text: string): string[] {
  // Nearly all texts have none, and are looked through once.
  if (!text.includes('://')) return [];
  const found = new Set<string>();
  for (const [raw] of text.matchAll(link)) {
    const url = raw.replace(/[.,;:!?)\]}]+$/, '');
    // Something like a host has to be left.
    if (found.size < linksMax && /:\/\/[^/?#]/.test(url)) found.add(url);
  }
  return [...found];
}
