import type { SqlValue } from './unit.ts';

/**
 * Checks parameters on their way into a driver. node:sqlite takes an object or `undefined` as first parameter without a word and binds nothing;
 * pg would turn a Date or an array into text of its own. Here both are errors. Numbers must be whole: no table has a fractional column.
 */
export function encodeParams(params: readonly unknown[]): SqlValue[] {
  for (let i = 0; i < params.length; i += 1) {
    const value = params[i];
    const isFine =
      typeof value === 'number'
        ? Number.isSafeInteger(value)
        : typeof value === 'string' || value === null || value instanceof Uint8Array;
    if (!isFine)
      throw new TypeError(
        `SQL parameter ${i + 1} is ${describe(value)}; only whole numbers, text, null and bytes are stored`,
      );
  }
  return params as SqlValue[];
}

function describe(value: unknown): string {
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'object' ? ((value as object).constructor?.name ?? 'an object') : typeof value;
}
