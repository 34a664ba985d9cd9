/**
 * Puts a text on the clipboard; resolves with whether it is there. Call it from a press. An address without https has no `navigator.clipboard`, and the
 * browser may refuse: then the text is copied out of a field that nobody sees. The focus and what was selected stay as they were.
 */
export async function copyText(text: string): Promise<boolean> {
  // Its type does not know of addresses without it.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  const isThere =
    clipboard &&
    (await clipboard.writeText(text).then(
      () => true,
      () => false,
    ));
  return isThere || copyBySelection(text);
}

/** The way of browsers before they had a clipboard for pages: whatever is selected goes there. */
function copyBySelection(text: string): boolean {
  const focused = document.activeElement;
  const selection = document.getSelection();
  const ranges = Array.from({ length: selection?.rangeCount ?? 0 }, (_, index) => selection?.getRangeAt(index));
  const field = document.createElement('textarea');
  field.value = text;
  // Otherwise a phone would show its keyboard.
  field.readOnly = true;
  field.className = 'fixed top-0 opacity-0';
  placeFor(focused).append(field);
  try {
    field.focus({ preventScroll: true });
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    selection?.removeAllRanges();
    for (const range of ranges) if (range) selection?.addRange(range);
    // Before the field goes: whoever loses the focus to nobody might close itself.
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    field.remove();
  }
}

/** Where a field can take the focus: around an open modal dialog the page is inert. */
function placeFor(focused: Element | null): Element {
  return focused?.closest('dialog') ?? [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;
}
