import type { AppTools } from '#server/services/miniApps/appTools.ts';
import { createAppFaces } from '#server/services/miniApps/appFaces.ts';
import { createAppSeals } from '#server/services/miniApps/appSeals.ts';

/** Mini-apps for tests without a gateway: their addresses are made up, and nothing was ever uploaded. */
export const noApps: AppTools = {
  originOf: (label) => `http://${label}.localhost`,
  origins: () => ['http://localhost'],
  ...createAppFaces(new Uint8Array(64), (label) => `http://${label}.localhost`, Date.now),
  seals: createAppSeals(new Uint8Array(64)),
  bundles: {
    put: () => Promise.reject(new Error('no bundles here')),
    get: () => Promise.resolve(undefined),
    delete: () => Promise.resolve(),
  },
  privateHosts: [],
};
