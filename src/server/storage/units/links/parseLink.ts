/** Characters of an address, all of them ASCII: an index of the database takes no longer ones. */
const urlMax = 2_000;

/** An address of the web without a name or password in it; undefined for everything else. */
export function parseLink(text: string, base?: string): URL | undefined {
  const url = URL.parse(text, base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) return undefined;
  if (url.username !== '' || url.password !== '' || url.hostname === '' || url.href.length > urlMax) return undefined;
  return url;
}
