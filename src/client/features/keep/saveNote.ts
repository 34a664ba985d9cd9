/** Saves text as a file where the person keeps downloads. `name`: without its ending. */
export function saveNote(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${name}.txt`;
  link.click();
  // Some browsers begin to read after the press.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
