import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPlain } from './copyPlain.ts';

/** Lets a write to a part that the copy shares throw. */
function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    for (const inner of Object.values(value)) deepFreeze(inner);
    Object.freeze(value);
  }
  return value;
}

describe('a copy', () => {
  it('is what structuredClone makes', () => {
    const own = {
      a: [1, 'two', null, undefined, { b: true }],
      d: new Date(5),
      bytes: new Uint8Array([1, 2]),
      m: new Map([[1, { x: 2 }]]),
    };
    expect(copyPlain(own)).toEqual(structuredClone(own));
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(copyPlain(value)).toEqual(structuredClone(value));
      }),
    );
  });

  it('shares nothing with the original', () => {
    const own = deepFreeze({ list: [{ x: 1 }], inner: { y: [2] } });
    const copy = copyPlain(own) as { list: { x: number }[]; inner: { y: number[] } };
    copy.list[0] = { x: 3 };
    copy.inner.y.push(4);
    expect(own).toEqual({ list: [{ x: 1 }], inner: { y: [2] } });
    const bytes = new Uint8Array([1]);
    copyPlain({ bytes }).bytes[0] = 9;
    expect(bytes[0]).toBe(1);
  });

  it('of what no wire carries is refused', () => {
    expect(() => copyPlain({ work: () => undefined })).toThrow(TypeError);
    expect(() => copyPlain([Symbol('x')])).toThrow(TypeError);
  });
});
