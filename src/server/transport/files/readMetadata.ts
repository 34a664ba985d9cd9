/** Longest header that is read at all. */
const headerMax = 40_000;

/** Reads `Upload-Metadata`: names, each with a value in base64, with commas between. What cannot be read is left out; of two values of one name the first counts. */
export function readMetadata(header: string | string[] | undefined): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const pair of String(header ?? '')
    .slice(0, headerMax)
    .split(',')) {
    const [name = '', value = ''] = pair.trim().split(/\s+/);
    if (/^\w{1,20}$/.test(name) && /^[A-Za-z0-9+/]*={0,2}$/.test(value) && !values.has(name))
      values.set(name, Buffer.from(value, 'base64').toString('utf8'));
  }
  return values;
}
