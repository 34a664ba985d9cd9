import sdk from '@twa-dev/sdk';
import { offer } from './AppDriver.ts';
import { driveWebApp, type WebAppLike } from './driveWebApp.ts';

// The package is in the old form of modules: bundlers hand its default export out in one of two ways.
const { default: inside = sdk } = sdk as unknown as { default?: unknown };
offer(driveWebApp(inside as WebAppLike));
