import { expect, it, vi } from 'vitest';

it('sets what zod looks at, whichever of the two comes first', async () => {
  await import('./configureZod.ts');
  const z = await import('zod/mini');
  expect(z.config().jitless).toBe(true);
  z.config({ jitless: false });
  vi.resetModules();
  await import('./configureZod.ts');
  expect(z.config().jitless).toBe(true);
});
