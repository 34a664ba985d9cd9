import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { copyText } from './copyText.ts';

const text = 'Jl. Melati No. 7\n青島みのり 🚃';
let root: Root | undefined;
let copied: boolean | undefined;

/** What the browser offers as `navigator.clipboard`. */
const offer = (clipboard: unknown): void =>
  void Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
const refusing = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
const press = async (): Promise<void> => {
  copied = await copyText(text);
};

function show(children: React.ReactNode): void {
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  flushSync(() => root?.render(children));
}

/** What lies on the clipboard, as a person finds out. */
async function paste(): Promise<string> {
  const field = document.createElement('textarea');
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.focus();
  await userEvent.paste();
  const { value } = field;
  field.remove();
  return value;
}

/** Something else than the last test's text lies on the clipboard. */
async function fillClipboard(): Promise<void> {
  const field = document.createElement('textarea');
  field.value = 'something old';
  document.body.append(field);
  field.select();
  await userEvent.copy();
  field.remove();
}

beforeEach(async () => {
  copied = undefined;
  await fillClipboard();
});
afterEach(() => {
  root?.unmount();
  vi.restoreAllMocks();
  // Away with what a test has put before the browser's own.
  Reflect.deleteProperty(navigator, 'clipboard');
  document.body.replaceChildren();
});

const focusedButton = (): string | undefined => document.activeElement?.closest('button')?.textContent;
const button = <button onClick={() => void press()}>Copy</button>;

describe('a copy', () => {
  test('goes the browser’s way where there is one', async () => {
    const writeText = vi.fn<(text: string) => Promise<void>>(async () => undefined);
    const old = vi.spyOn(document, 'execCommand');
    offer({ writeText });
    show(button);
    await page.getByText('Copy').click();
    await expect.poll(() => copied).toBe(true);
    expect(writeText.mock.calls).toEqual([[text]]);
    expect(old).not.toHaveBeenCalled();
  });

  test.each([
    ['is refused there', refusing],
    ['has no such way on an insecure address', undefined],
  ])('reaches the clipboard also where it %s', async (_name, clipboard) => {
    offer(clipboard);
    show(button);
    await page.getByText('Copy').click();
    await expect.poll(() => copied).toBe(true);
    expect(document.querySelector('textarea')).toBeNull();
    expect(focusedButton()).toBe('Copy');
    expect(await paste()).toBe(text);
  });

  test.each([
    ['says no', () => false],
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
  ])('has failed where the older way %s too', async (_name, execCommand) => {
    offer(undefined);
    vi.spyOn(document, 'execCommand').mockImplementation(execCommand);
    show(button);
    await page.getByText('Copy').click();
    await expect.poll(() => copied).toBe(false);
    expect(document.querySelector('textarea')).toBeNull();
    expect(await paste()).toBe('something old');
  });

  test('leaves alone what was selected on the page', async () => {
    offer(undefined);
    show(<p>See you at seven</p>);
    document.getSelection()?.selectAllChildren(document.querySelector('p') as Element);
    expect(await copyText(text)).toBe(true);
    expect(String(document.getSelection())).toBe('See you at seven');
  });

  test('leaves the cursor of a field where it was', async () => {
    offer(undefined);
    show(<input defaultValue="See you at seven" />);
    const field = document.querySelector('input') as HTMLInputElement;
    field.focus();
    field.setSelectionRange(4, 7);
    expect(await copyText(text)).toBe(true);
    expect(document.activeElement).toBe(field);
    expect([field.selectionStart, field.selectionEnd]).toEqual([4, 7]);
    await userEvent.keyboard('them');
    expect(field.value).toBe('See them at seven');
  });
});

describe('without the browser’s way, a copy', () => {
  test.each([
    ['at once', undefined],
    ['after a refusal', refusing],
  ])('works in a modal dialog %s, whose button keeps the focus', async (_name, clipboard) => {
    offer(clipboard);
    show(
      <Dialog isOpen title="Link" closeLabel="Close" onClose={() => undefined}>
        {button}
      </Dialog>,
    );
    await page.getByText('Copy').click();
    await expect.poll(() => copied).toBe(true);
    expect(focusedButton()).toBe('Copy');
    expect(await paste()).toBe(text);
  });

  test('works in a dialog where nothing has the focus any more', async () => {
    offer(undefined);
    show(
      <Dialog isOpen title="Link" closeLabel="Close" onClose={() => undefined}>
        <p>See you at seven</p>
      </Dialog>,
    );
    (document.activeElement as HTMLElement).blur();
    expect(document.activeElement).toBe(document.body);
    expect(await copyText(text)).toBe(true);
    expect(await paste()).toBe(text);
  });

  test.each([
    ['at once', undefined],
    ['after a refusal', refusing],
  ])('works out of a menu %s, which keeps the focus to itself', async (_name, clipboard) => {
    offer(clipboard);
    const anchor = document.createElement('button');
    document.body.append(anchor);
    const close = vi.fn<() => void>();
    show(
      <Menu
        isOpen
        label="More"
        anchor={anchor}
        onClose={close}
        entries={[{ id: 'copy', label: 'Copy', onAction: () => void press() }]}
      />,
    );
    await page.getByRole('menuitem').click();
    await expect.poll(() => copied).toBe(true);
    expect(close).toHaveBeenCalled();
    root?.unmount();
    expect(await paste()).toBe(text);
  });
});
