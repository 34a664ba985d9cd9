import sdk from '@twa-dev/sdk';
import { offer } from './AppDriver.ts';
import { driveWebApp, type WebAppLike } from './driveWebApp.ts';

offer(driveWebApp(sdk as unknown as WebAppLike));
