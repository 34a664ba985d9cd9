/** Both platforms have it. */
declare function structuredClone<Value>(value: Value): Value;

/**
 * A deep copy of what a database or a wire carries: primitives, arrays, plain objects. Several times as fast as `structuredClone` for small values, which it
 * takes for everything else (dates, bytes, maps). Throws a TypeError for functions and symbols, as the wire would.
 */
export function copyPlain<Value>(value: Value): Value {
  if (typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`a ${typeof value} cannot be copied`);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => copyPlain(item)) as Value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return structuredClone(value);
  // As a key of its own it would be taken for the prototype.
  if (Object.hasOwn(value, '__proto__')) return structuredClone(value);
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(value)) copy[key] = copyPlain((value as Record<string, unknown>)[key]);
  return copy as Value;
}
