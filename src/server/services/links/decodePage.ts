const byteMarks: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];
/** Bytes in which a page has to say how it is written. */
const headBytes = 1_024;

/** The text of a page: as its byte order mark says, else the header, else the page itself, else UTF-8. What is not written as it says has replacement characters. */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const [mark] = byteMarks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte)) ?? [];
  const label = mark ?? charsetIn(contentType) ?? ownCharset(bytes);
  return decoderOf(label).decode(bytes);
}

const charsetIn = (text: string): string | undefined => /charset\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(text)?.[1];

function ownCharset(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, headBytes));
  for (const [tag] of head.matchAll(/<meta[^>]{0,500}/gi)) {
    const label = charsetIn(tag);
    // Whoever could read this is not written so.
    if (label !== undefined && !/^utf-?16/i.test(label)) return label;
  }
  return 'utf-8';
}

function decoderOf(label: string): TextDecoder {
  try {
    return new TextDecoder(label);
  } catch (error) {
    if (error instanceof RangeError) return new TextDecoder();
    throw error;
  }
}
