/** The browser reads the bytes after the press; then the address is not needed any more, ms. */
const readByMs = 60_000;

/** Hands bytes to the browser as a download of this name. */
export function saveAs(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), readByMs);
}
