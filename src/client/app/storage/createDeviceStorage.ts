import type { DeviceStorage } from '#client/context.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';

/** Makes the service behind the storage page; its code is loaded when somebody opens that page. */
export function createDeviceStorage(deps: { store: LocalStore; line: TabLine }): DeviceStorage {
  const load = async (): Promise<DeviceStorage> => (await import('./deviceStorage.ts')).deviceStorage(deps);
  return {
    measure: async () => (await load()).measure(),
    keepChat: async (c, isKept) => (await load()).keepChat(c, isKept),
    clear: async (c) => (await load()).clear(c),
  };
}
