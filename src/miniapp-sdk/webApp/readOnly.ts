/** Properties that show the fields of a state as they are now. */
export function readOnly<State extends object>(state: State): PropertyDescriptorMap {
  return Object.fromEntries(
    (Object.keys(state) as (keyof State & string)[]).map((name) => [
      name,
      { get: () => state[name], enumerable: true },
    ]),
  );
}
