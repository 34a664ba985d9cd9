import { keepNoteMax } from '#domain/keepRules.ts';

/** The words of a file, or why they make no note. A file that is no text has bytes that no text has. */
export async function readNote(file: Blob): Promise<{ text: string } | { problem: 'tooLong' | 'noText' }> {
  // Four bytes are the longest a character takes.
  if (file.size > keepNoteMax * 4) return { problem: 'tooLong' };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer()).trim();
    // oxlint-disable-next-line no-control-regex -- a byte of zero stands in no text
    if (text === '' || /\u0000/.test(text)) return { problem: 'noText' };
    return text.length > keepNoteMax ? { problem: 'tooLong' } : { text };
  } catch (error) {
    if (error instanceof TypeError) return { problem: 'noText' };
    throw error;
  }
}
