import { describe, expect, it } from 'vitest';
import { decideEnter } from './decideEnter.ts';
import type { EnterContext, EnterDecision, EnterSignal } from './decideEnter.ts';

type Press = Extract<EnterSignal, { type: 'keydown' }>;
const press = (more: Partial<Press> = {}): Press => ({
  type: 'keydown',
  keyCode: 13,
  isComposing: false,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  timeStamp: 1000,
  ...more,
});
const context = (more: Partial<EnterContext> = {}): EnterContext => ({
  enterSends: true,
  isInComposition: false,
  compositionEnd: Number.NEGATIVE_INFINITY,
  isShiftDown: false,
  ...more,
});
const lineBreak = { type: 'lineBreak', isComposing: false } as const;

describe('decideEnter', () => {
  it.each<[string, EnterSignal, EnterContext, EnterDecision]>([
    ['plain Enter', press(), context(), 'send'],
    ['with Shift', press({ shiftKey: true }), context(), 'pass'],
    ['with Alt', press({ altKey: true }), context(), 'pass'],
    ['with Control', press({ ctrlKey: true }), context(), 'send'],
    ['where Enter breaks the line', press(), context({ enterSends: false }), 'pass'],
    ['Control where Enter breaks the line', press({ ctrlKey: true }), context({ enterSends: false }), 'send'],
    ['⌘ where Enter breaks the line', press({ metaKey: true }), context({ enterSends: false }), 'send'],
    ['in a composition, by the event', press({ keyCode: 229, isComposing: true }), context(), 'pass'],
    ['in a composition, by its start', press({ keyCode: 229 }), context({ isInComposition: true }), 'pass'],
    ['a raw 13 in a composition', press({ isComposing: true }), context(), 'swallow'],
    ['Control in a composition', press({ keyCode: 229, isComposing: true, ctrlKey: true }), context(), 'pass'],
    ['Safari: 229 after the end', press({ keyCode: 229 }), context({ compositionEnd: 990 }), 'pass'],
    ['Safari: pressed before the end', press({ timeStamp: 1000 }), context({ compositionEnd: 1000 }), 'pass'],
    ['the next press', press({ timeStamp: 1001 }), context({ compositionEnd: 1000 }), 'send'],
    ['a line break that was passed on', lineBreak, context({ compositionEnd: 999 }), 'send'],
    ['a line break with Shift', lineBreak, context({ isShiftDown: true }), 'pass'],
    ['a line break in a composition', { ...lineBreak, isComposing: true }, context(), 'pass'],
    ['a line break where Enter makes one', lineBreak, context({ enterSends: false }), 'pass'],
  ])('%s', (_name, signal, given, decision) => {
    expect(decideEnter(signal, given)).toBe(decision);
  });
});
