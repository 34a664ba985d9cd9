import { createMiniAppDevice } from '#client/adapters/browser/createMiniAppDevice.ts';
import { bundleUpload } from '#client/adapters/http/bundleUpload.ts';
import { withOpened, withoutWarm, withWarm } from '#client/stores/openAppChanges.ts';
import { createAppShelf } from './createAppShelf.ts';

/** What only those need who open or make a mini-app: one file, loaded when the first of it is wanted. */
export const appServices = { createMiniAppDevice, bundleUpload, withOpened, withWarm, withoutWarm, createAppShelf };
