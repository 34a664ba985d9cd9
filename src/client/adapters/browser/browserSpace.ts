import type { Space } from '#sync/ports.ts';

/** What the browser says of its disk, for tabs and workers. */
export const browserSpace: Space & { usage(): Promise<{ used?: number | undefined; quota?: number | undefined }> } = {
  quota: async () => (await estimate()).quota,
  usage: async () => {
    const { usage, quota } = await estimate();
    return { used: usage, quota };
  },
};

/** Old browsers have no estimate, and private modes may refuse to give one. */
async function estimate(): Promise<StorageEstimate> {
  try {
    return await navigator.storage.estimate();
  } catch {
    return {};
  }
}
