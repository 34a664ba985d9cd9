import { vi } from 'vitest';

// Import it before anything else of the product: stories have ids that their seed decides, and small pages and limits.
vi.mock('#server/storage/rows/randomId.ts', () => import('./worldIds.ts'));
vi.mock('#protocol/limits.ts', async (original) =>
  (await import('./smallLimits.ts')).withSmallLimits(await original()),
);
vi.mock('#server/storage/units/sync/resetLimits.ts', async () => (await import('./smallLimits.ts')).smallReset);
