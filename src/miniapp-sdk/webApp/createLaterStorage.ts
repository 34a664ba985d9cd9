import type { Core } from './createCore.ts';

/** `WebApp.DeviceStorage` and `WebApp.SecureStorage`, which came after the version that this script speaks: every use says so, instead of failing at a missing object. */
export function createLaterStorage(core: Core, name: string): Record<string, () => never> {
  const refuse = () => core.refuse('WebAppMethodUnsupported', `${name} needs version 9.0.`);
  return Object.fromEntries(
    ['setItem', 'getItem', 'removeItem', 'restoreItem', 'clear'].map((method) => [method, refuse]),
  );
}
