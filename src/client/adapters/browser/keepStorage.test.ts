import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepStorage } from './keepStorage.ts';

/** The device's small database, as far as the question needs it. */
function device() {
  const rows = new Map<string, unknown>();
  return {
    getDevice: async (key: string) => rows.get(key),
    putDevice: async (key: string, val: unknown) => void rows.set(key, val),
  };
}

describe('keepStorage', () => {
  const storage = { persisted: vi.fn<() => Promise<boolean>>(), persist: vi.fn<() => Promise<boolean>>() };
  beforeEach(() => {
    storage.persisted.mockReset().mockResolvedValue(false);
    storage.persist.mockReset().mockResolvedValue(false);
    vi.stubGlobal('navigator', { storage });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('E14: asks once per device, whatever the answer', async () => {
    const kabar = device();
    expect(await keepStorage(kabar)).toBe(false);
    expect(await keepStorage(kabar)).toBe(false);
    expect(storage.persist).toHaveBeenCalledTimes(1);
  });

  it('E14: does not ask where the data is safe already', async () => {
    storage.persisted.mockResolvedValue(true);
    expect(await keepStorage(device())).toBe(true);
    expect(storage.persist).not.toHaveBeenCalled();
  });
});
