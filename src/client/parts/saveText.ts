/** The browser has begun to read by then, ms; some begin only after the press. */
const readByMs = 10_000;

/** Hands a text over to the browser as a file to keep. `type`: its media type. */
export function saveText({ name, text, type }: { name: string; text: string; type: string }): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), readByMs);
}
