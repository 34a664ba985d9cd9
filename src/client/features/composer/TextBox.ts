import type { ComposerText } from './ComposerText.ts';
import { findChange, moveSpans } from './model/mentionSpans.ts';
import type { MentionSpan } from './model/mentionSpans.ts';

/**
 * The textarea and what is known about its text. The element owns value, selection and composition; this only reads them after each edit. Writing happens
 * in five places that a person asked for: restore, pick a name or an emoji, start to edit, empty after sending.
 */
export class TextBox {
  readonly element: HTMLTextAreaElement;
  private spans: MentionSpan[] = [];
  private seen = '';

  constructor(element: HTMLTextAreaElement) {
    this.element = element;
    this.seen = element.value;
  }

  get text(): string {
    return this.element.value;
  }

  /** Takes note of an edit that the browser made. */
  handleInput(): void {
    const { value, selectionEnd } = this.element;
    this.spans = moveSpans(this.spans, findChange(this.seen, value, selectionEnd));
    this.seen = value;
  }

  read(): ComposerText {
    // A last look: a span that does not begin with its sign is none.
    return { text: this.text, spans: this.spans.filter(({ start }) => this.seen[start] === '@') };
  }

  /** Replaces everything; the caret goes to the end. */
  write({ text, spans }: ComposerText): void {
    this.element.value = text;
    this.seen = text;
    this.spans = [...spans];
    this.element.setSelectionRange(text.length, text.length);
    fitHeight(this.element);
  }

  /**
   * Puts a text where the caret is, as an edit of the person: undo takes it back. The focus stays where it is, so that a keyboard on the screen neither comes nor goes. Not during a
   * composition.
   */
  insertText(text: string): void {
    const { element } = this;
    const before = document.activeElement;
    // Undo needs the focus; where it would bring a keyboard up it is not worth that.
    const mayFocus = before === element || matchMedia('(pointer: fine)').matches;
    if (mayFocus) element.focus({ preventScroll: true });
    if (!mayFocus || !document.execCommand('insertText', false, text)) {
      element.setRangeText(text, element.selectionStart, element.selectionEnd, 'end');
      this.handleInput();
      fitHeight(element);
    }
    if (before instanceof HTMLElement && before !== element && before !== document.body)
      before.focus({ preventScroll: true });
  }

  /** Puts `@name ` where `start` to the caret is, as an edit of the person: undo takes it back. */
  insertName(start: number, person: { mid: number; name: string }): void {
    const { element } = this;
    const words = `@${person.name}`;
    element.focus();
    element.setSelectionRange(start, element.selectionEnd);
    // The only way that keeps the undo history of a textarea; the fallback loses it.
    if (!document.execCommand('insertText', false, `${words} `)) {
      element.setRangeText(`${words} `, start, element.selectionEnd, 'end');
      this.handleInput();
      fitHeight(element);
    }
    this.spans = [...this.spans, { start, length: words.length, mid: person.mid }].toSorted(
      (a, b) => a.start - b.start,
    );
  }
}

/** Grows the box with its text; CSS ends it at seven lines. */
export function fitHeight(element: HTMLTextAreaElement): void {
  if (CSS.supports('field-sizing', 'content')) return;
  element.style.height = 'auto';
  element.style.height = `${element.scrollHeight}px`;
}
