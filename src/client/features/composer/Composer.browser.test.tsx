import i18next from 'i18next';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { initReactI18next } from 'react-i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { cdp, userEvent } from 'vitest/browser';
import chat from '#client/locales/en/chat.json' with { type: 'json' };
import '#client/ui/app.css';
import { Composer } from './Composer.tsx';
import type { ComposerProps } from './Composer.tsx';
import type { ComposerText } from './ComposerText.ts';

let root: Root | undefined;
let sent: string[] = [];
let changes: ComposerText[] = [];
let lastEdits = 0;

beforeAll(async () => {
  await i18next.use(initReactI18next).init({ lng: 'en', resources: { en: { translation: chat } } as never });
});
afterEach(() => {
  root?.unmount();
  document.body.replaceChildren();
});

/** Draws the composer again with other props, as a sync or a change of state does. */
let redraw: (more?: Partial<ComposerProps>) => void;

function show(more: Partial<ComposerProps> = {}): HTMLTextAreaElement {
  sent = [];
  changes = [];
  lastEdits = 0;
  const host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
  const box: { current: { write(text: ComposerText): void } | null } = { current: null };
  redraw = (extra = {}) =>
    flushSync(() =>
      root?.render(
        <Composer
          title="Sari"
          enterSends
          max={10_000}
          people={[]}
          ref={(made) => {
            box.current = made;
          }}
          onSend={(text) => {
            sent.push(text.text);
            box.current?.write({ text: '', spans: [] });
          }}
          onChange={(text) => void changes.push(text)}
          onCancelEdit={() => undefined}
          onEditLast={() => void (lastEdits += 1)}
          onBlur={() => undefined}
          {...more}
          {...extra}
        />,
      ),
    );
  redraw();
  const element = document.querySelector('textarea') as HTMLTextAreaElement;
  element.focus();
  return element;
}

const people = [
  { mid: 11, name: 'Sari Wulandari', face: '11' },
  { mid: 12, name: '水野みお', face: '12', handle: 'mio' },
  { mid: 13, name: '윤하늘', face: '13' },
];
const compose = (text: string): Promise<unknown> =>
  cdp().send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const commit = (text: string): Promise<unknown> => cdp().send('Input.insertText', { text });
/** The key as an input method sees it: the page hears 229 and the browser makes nothing of it. */
const imeEnter = (): Promise<unknown> =>
  cdp().send('Input.dispatchKeyEvent', {
    type: 'rawKeyDown',
    key: 'Process',
    code: 'Enter',
    windowsVirtualKeyCode: 229,
  });
/** What an input method passes on of a key: the character, without a key press. */
const passOn = (): Promise<unknown> => cdp().send('Input.dispatchKeyEvent', { type: 'char', text: '\r' });
const options = (): string[] =>
  [...document.querySelectorAll('[role=option] > span:nth-child(2)')].map((item) => item.textContent ?? '');

describe('Enter', () => {
  it('sends once and leaves an empty box', async () => {
    const element = show();
    await userEvent.keyboard('hello{Enter}');
    expect(sent).toEqual(['hello']);
    expect(element.value).toBe('');
    await userEvent.keyboard('{Enter}{Enter}');
    expect(sent).toEqual(['hello']);
  });

  it('breaks the line with Shift', async () => {
    const element = show();
    await userEvent.keyboard('one{Shift>}{Enter}{/Shift}two');
    expect(element.value).toBe('one\ntwo');
    expect(sent).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual(['one\ntwo']);
  });

  it('breaks the line and sends with Control, where the person wants it so', async () => {
    const element = show({ enterSends: false });
    await userEvent.keyboard('one{Enter}two');
    expect(element.value).toBe('one\ntwo');
    await userEvent.keyboard('{Control>}{Enter}{/Control}');
    expect(sent).toEqual(['one\ntwo']);
  });
});

describe('input methods', () => {
  it('Japanese: the Enter that commits a conversion does not send, the next one does', async () => {
    const element = show();
    await compose('にほん');
    await compose('日本');
    await imeEnter();
    await commit('日本');
    expect(element.value).toBe('日本');
    expect(sent).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual(['日本']);
  });

  it('Chinese: an Enter within the composition neither sends nor breaks the line', async () => {
    const element = show();
    await compose('ni hao');
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual([]);
    expect(element.value).not.toContain('\n');
    await commit('你好');
    await userEvent.keyboard('{Enter}');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toContain('你好');
  });

  it('Korean: one Enter commits the last syllable and sends exactly once', async () => {
    const element = show();
    await compose('하');
    await commit('하');
    await compose('ㄴ');
    await compose('느');
    await compose('늘');
    // The method takes the key, commits, and passes the key on.
    await imeEnter();
    await commit('늘');
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual(['하늘']);
    expect(element.value).toBe('');
  });

  it('Korean where only the line break is passed on: still exactly once', async () => {
    show();
    await compose('늘');
    await imeEnter();
    await commit('늘');
    await passOn();
    expect(sent).toEqual(['늘']);
  });

  it('Safari: a key press that is older than the end of the composition does nothing', () => {
    const element = show();
    const fire = (event: Event) => element.dispatchEvent(event);
    fire(new CompositionEvent('compositionstart', { bubbles: true }));
    element.value = '日本';
    fire(new InputEvent('input', { bubbles: true, isComposing: true }));
    const press = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 13, bubbles: true, cancelable: true });
    fire(new CompositionEvent('compositionend', { bubbles: true, data: '日本' }));
    fire(press);
    fire(new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }));
    expect(sent).toEqual([]);
  });

  it('no render touches value, selection or composition', async () => {
    const element = show();
    await userEvent.keyboard('abc');
    element.setSelectionRange(1, 1);
    await compose('にほ');
    let ends = 0;
    element.addEventListener('compositionend', () => (ends += 1));
    for (let round = 0; round < 20; round += 1) {
      redraw({ title: `Sari ${round}`, enterSends: round % 2 === 0, people: round % 2 ? people : [] });
    }
    expect(element.value).toBe('aにほbc');
    expect(element.selectionStart).toBe(3);
    expect(ends).toBe(0);
    await commit('日本');
    expect(element.value).toBe('a日本bc');
  });
});

describe('names', () => {
  it('lists people, takes the chosen one and keeps its place while the text around it changes', async () => {
    const element = show({ people });
    await userEvent.keyboard('hi @sa');
    expect(options()).toEqual(['Sari Wulandari']);
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual([]);
    expect(element.value).toBe('hi @Sari Wulandari ');
    element.setSelectionRange(0, 0);
    await userEvent.keyboard('oh ');
    expect(changes.at(-1)?.spans).toEqual([{ start: 6, length: 15, mid: 11 }]);
    element.setSelectionRange(12, 12);
    await userEvent.keyboard('x');
    expect(changes.at(-1)?.spans).toEqual([]);
  });

  it('waits for the end of a composition and then finds CJK names without a space before the sign', async () => {
    show({ people });
    await commit('明日@');
    expect(options()).toHaveLength(3);
    await compose('みず');
    await compose('水');
    const during = options();
    await commit('水');
    expect(during).toHaveLength(3);
    expect(options()).toEqual(['水野みお']);
  });

  it('closes with Escape and stays closed for that sign', async () => {
    show({ people });
    await userEvent.keyboard('@');
    expect(options()).toHaveLength(3);
    await userEvent.keyboard('{Escape}');
    expect(options()).toEqual([]);
    await userEvent.keyboard('s');
    expect(options()).toEqual([]);
  });
});

describe('the rest', () => {
  it('keeps a text that is too long, says so and does not send it', async () => {
    const element = show({ max: 10 });
    await commit('12345678901');
    await userEvent.keyboard('{Enter}');
    expect(sent).toEqual([]);
    expect(element.value).toBe('12345678901');
    expect(document.body.textContent).toContain('1 character too many');
  });

  it('asks for the last message with arrow up in an empty box only', async () => {
    show();
    await userEvent.keyboard('{ArrowUp}');
    expect(lastEdits).toBe(1);
    await userEvent.keyboard('a{ArrowUp}');
    expect(lastEdits).toBe(1);
  });

  it('grows to seven lines and then scrolls', async () => {
    const element = show();
    const one = element.clientHeight;
    await commit('1\n2\n3');
    expect(element.clientHeight).toBeGreaterThan(one * 2);
    await commit('\n4\n5\n6\n7\n8\n9\n10');
    expect(element.scrollHeight).toBeGreaterThan(element.clientHeight);
    expect(element.clientHeight).toBeLessThan(one * 7);
  });
});
