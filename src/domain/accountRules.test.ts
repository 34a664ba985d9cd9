import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sessionRoutes } from '#protocol/session.ts';
import { checkDisplayName, checkGroupTitle, checkHandle, checkPassword } from './accountRules.ts';

describe('form rules', () => {
  test('a form accepts exactly what the sign-up route accepts, and sends what the route would store', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 300 }),
      fc.string({ unit: fc.constantFrom('a', 'Z', '0', '_', '.', '@', ' ', '-', 'あ'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, text, text, (handle, name, password) => {
        const checked = [checkHandle(handle), checkDisplayName(name), checkPassword(password)] as const;
        const parsed = sessionRoutes.signUp.input.safeParse({ handle, name, password });
        expect(checked.every(({ problem }) => problem === undefined)).toBe(parsed.success);
        if (parsed.success) expect(parsed.data).toMatchObject({ handle: checked[0].value, name: checked[1].value });
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['ab', 'short'],
    ['a-b', 'characters'],
    ['日本', 'characters'],
    ['a'.repeat(31), 'long'],
    ['@Dewi.L_9', undefined],
  ])('handle %j: %s', (text, problem) => {
    expect(checkHandle(text).problem).toBe(problem);
  });

  test('a handle is lowered and loses its @', () => {
    expect(checkHandle(' @Dewi ')).toEqual({ value: 'dewi' });
  });

  test('a password is never trimmed; a title is', () => {
    expect(checkPassword(' secret words ').value).toBe(' secret words ');
    expect(checkGroupTitle(' Jogja ').value).toBe('Jogja');
    expect(checkGroupTitle('x'.repeat(61)).problem).toBe('long');
    expect(checkPassword('short').problem).toBe('short');
  });
});
