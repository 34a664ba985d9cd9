/** Puts a clipboard of its own in the place of the browser's; answers the texts that are written to it. The previews give the browser's back behind each story. */
export function catchCopies(): string[] {
  const written: string[] = [];
  offer(async (text) => void written.push(text));
  return written;
}

/** Refuses the clipboard both ways. */
export function refuseCopies(): void {
  offer(() => Promise.reject(new Error('refused')));
  Object.defineProperty(document, 'execCommand', { value: () => false, configurable: true });
}

/** The browser's own again. */
export function giveBackClipboard(): void {
  Reflect.deleteProperty(navigator, 'clipboard');
  // An own property only while it is refused; the browser's is the prototype's.
  Reflect.deleteProperty(document, 'execCommand');
}

function offer(writeText: (text: string) => Promise<void>): void {
  Object.defineProperty(navigator, 'clipboard', { value: { writeText }, configurable: true });
}
