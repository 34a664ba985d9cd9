import type { PageWindow } from '../wire/openLine.ts';

/** Values of the mock host's own storage: of this browser, under a prefix of their own. */
export interface MockMemory {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  keys(): string[];
}

const prefix = 'kabar-mock:';

/** Makes a {@link MockMemory}. */
export function createMockMemory({ localStorage }: PageWindow): MockMemory {
  return {
    get: (key) => localStorage.getItem(prefix + key) ?? undefined,
    set: (key, value) => localStorage.setItem(prefix + key, value),
    remove: (key) => localStorage.removeItem(prefix + key),
    keys: () =>
      Array.from({ length: localStorage.length }, (_, place) => localStorage.key(place) ?? '')
        .filter((key) => key.startsWith(prefix))
        .map((key) => key.slice(prefix.length)),
  };
}
