import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findChange, moveSpans, toMentions } from './mentionSpans.ts';
import type { MentionSpan } from './mentionSpans.ts';

const names = ['@Sari', '@水野', '@하늘', '@aa'];
/** Few different letters, so that edits are often ambiguous. */
const anyText = fc.string({ unit: fc.constantFrom('a', '@', ' ', '水'), maxLength: 8 });

/** A text with people named in it, and an edit: what is replaced by what. */
const anyEdit = fc
  .record({
    pieces: fc.array(
      fc.oneof(
        anyText.map((text) => ({ text, isName: false })),
        fc.constantFrom(...names).map((text) => ({ text, isName: true })),
      ),
      { maxLength: 8 },
    ),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.double({ min: 0, max: 1, noNaN: true }),
    typed: anyText,
  })
  .map(({ pieces, at, length, typed }) => {
    let text = '';
    const spans: MentionSpan[] = [];
    for (const [index, piece] of pieces.entries()) {
      if (piece.isName) spans.push({ start: text.length, length: piece.text.length, mid: index + 1 });
      text += piece.text;
    }
    const start = Math.round(at * text.length);
    const removed = Math.round(length * (text.length - start));
    return { text, spans, start, removed, typed, after: text.slice(0, start) + typed + text.slice(start + removed) };
  });

describe('spans under edits', () => {
  it('names that survive stand where they are said to stand', () => {
    fc.assert(
      fc.property(anyEdit, ({ text, spans, start, typed, after }) => {
        const change = findChange(text, after, start + typed.length);
        expect(after).toBe(
          text.slice(0, change.at) +
            after.slice(change.at, change.at + change.inserted) +
            text.slice(change.at + change.removed),
        );
        for (const span of moveSpans(spans, change)) {
          const before = spans.find(({ mid }) => mid === span.mid);
          expect(after.slice(span.start, span.start + span.length)).toBe(
            text.slice(before?.start ?? 0, (before?.start ?? 0) + (before?.length ?? 0)),
          );
        }
      }),
    );
  });

  it('names away from the edit survive it', () => {
    fc.assert(
      fc.property(anyEdit, ({ text, spans, start, removed, typed, after }) => {
        const kept = moveSpans(spans, findChange(text, after, start + typed.length)).map(({ mid }) => mid);
        // Everything before the edit is certain; behind it, equal letters may be shared out either way, but never beyond the edit itself.
        const before = spans.filter(
          (span) => span.start + span.length <= start && span.start + span.length <= start - 1,
        );
        const behind = spans.filter((span) => span.start >= start + removed);
        for (const { mid } of before) expect(kept).toContain(mid);
        if (typed === '' || removed === 0) for (const { mid } of behind) expect(kept).toContain(mid);
      }),
    );
  });

  it('the caret tells which of several equal letters went', () => {
    const spans = [{ start: 3, length: 3, mid: 7 }];
    expect(moveSpans(spans, findChange('aaa@aa', 'aa@aa', 1))).toEqual([{ start: 2, length: 3, mid: 7 }]);
    expect(moveSpans(spans, findChange('aaa@aa', 'aaa@a', 5))).toEqual([]);
  });
});

describe('toMentions', () => {
  it('follows what was trimmed and leaves out what does not fit', () => {
    const spans = [
      { start: 8, length: 3, mid: 2 },
      { start: 2, length: 5, mid: 1 },
    ];
    expect(toMentions(spans, '@Sari @Bo', 2, 50)).toEqual([
      [0, 5, 1],
      [6, 3, 2],
    ]);
    expect(toMentions(spans, '@Sari', 2, 50)).toEqual([[0, 5, 1]]);
    expect(toMentions(spans, '@Sari @Bo', 2, 1)).toEqual([[0, 5, 1]]);
    expect(toMentions([], 'x', 0, 50)).toBeUndefined();
  });
});
