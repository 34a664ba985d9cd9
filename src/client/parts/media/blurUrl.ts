import { thumbHashToDataURL } from 'thumbhash';

const known = new Map<string, string | undefined>();
/** As many as a long conversation shows; each is a kilobyte or two. */
const keptMax = 300;

/** A blurred picture as an address, from the thumbhash of a part (base64). Undefined for what is none: it comes from strangers. */
export function blurUrl(hash: string | undefined): string | undefined {
  if (hash === undefined) return undefined;
  if (known.has(hash)) return known.get(hash);
  if (known.size >= keptMax) known.clear();
  const url = toUrl(hash);
  known.set(hash, url);
  return url;
}

function toUrl(hash: string): string | undefined {
  try {
    const bytes = Uint8Array.from(atob(hash), (letter) => letter.codePointAt(0) ?? 0);
    return bytes.length >= 5 ? thumbHashToDataURL(bytes) : undefined;
  } catch {
    // Not base64.
    return undefined;
  }
}
