import { offer } from './AppDriver.ts';
import { driveWebApp, type WebAppLike } from './driveWebApp.ts';

// A page without any package: the script tag of the official address stands before this one.
offer(driveWebApp((window as unknown as { Telegram: { WebApp: WebAppLike } }).Telegram.WebApp));
