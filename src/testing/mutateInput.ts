/** Every value inside a JSON value with the way to it, containers first. */
function* walk(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  yield path;
  if (Array.isArray(value)) for (const [at, item] of value.entries()) yield* walk(item, [...path, at]);
  else if (value !== null && typeof value === 'object')
    for (const key of Object.keys(value)) yield* walk(Reflect.get(value, key), [...path, key]);
}

function replaceAt(value: unknown, path: (string | number)[], change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  const copy: unknown[] | Record<string, unknown> = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...(value as object) };
  Reflect.set(copy, key, replaceAt(Reflect.get(value as object, key), rest, change));
  return copy;
}

const longText = 'x'.repeat(20_001);
const wrong = (old: unknown): unknown[] => {
  if (typeof old === 'number') return ['1', -1, 0.5, 2 ** 53, null, {}, [old]];
  if (typeof old === 'string') return [1, null, {}, longText];
  if (typeof old === 'boolean') return ['true', 1];
  if (Array.isArray(old)) return [null, {}, 'x', Array.from({ length: 1_500 }, () => (old as unknown[])[0] ?? 1)];
  return [null, [], 'x', 7, { ...(old as object), extra: 1 }];
};

/** Variants of a valid input that each have one thing wrong: another type, out of range, too long, too many, a field too many or too few. */
export function mutateInput(input: unknown): unknown[] {
  const variants: unknown[] = [];
  for (const path of walk(input)) {
    const old = path.reduce<unknown>((value, key) => Reflect.get(value as object, key), input);
    for (const value of wrong(old)) variants.push(replaceAt(input, path, () => value));
    if (old !== null && typeof old === 'object' && !Array.isArray(old)) {
      for (const key of Object.keys(old)) {
        variants.push(
          replaceAt(input, path, (object) =>
            Object.fromEntries(Object.entries(object as object).filter(([name]) => name !== key)),
          ),
        );
      }
    }
  }
  return variants;
}
