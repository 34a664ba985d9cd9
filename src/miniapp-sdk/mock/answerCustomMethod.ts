import type { MockMemory } from './mockMemory.ts';

/** Answers what the messenger's server would: values that are kept, and the contact. */
export function answerCustomMethod(
  memory: MockMemory,
  method: string,
  params: unknown,
): { result: unknown } | { error: string } {
  const { key, value, keys } = (params ?? {}) as { key?: unknown; value?: unknown; keys?: unknown };
  const names = Array.isArray(keys) ? keys.map(String) : [];
  switch (method) {
    case 'saveStorageValue':
      memory.set(String(key), String(value));
      return { result: true };
    case 'getStorageValues':
      return { result: Object.fromEntries(names.map((name) => [name, memory.get(name) ?? ''])) };
    case 'deleteStorageValues':
      for (const name of names) memory.remove(name);
      return { result: true };
    case 'getStorageKeys':
      return { result: memory.keys() };
    case 'getRequestedContact':
      return { result: new URLSearchParams({ contact: JSON.stringify({ user_id: 1, first_name: 'Ana' }) }).toString() };
    default:
      return { error: 'METHOD_INVALID' };
  }
}
