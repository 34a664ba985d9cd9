import type { DeviceStorage } from '#client/context.ts';
import type { LocalStore, TabLine } from '#sync/ports.ts';

/** Makes the service behind the storage page; its code is loaded when somebody opens that page. */
export function createDeviceStorage(deps: { store: LocalStore; line: TabLine }): DeviceStorage {
  const load = () => import('./deviceStorage.ts');
  return {
    measure: async () => (await load()).measureDevice(deps.store),
    keepChat: async (c, isKept) => (await load()).keepChat(deps, c, isKept),
    clear: async (c) => (await load()).clearMessages(deps, c),
  };
}
