import { connectPage } from './sdk/connectPage.ts';
import type { Connect } from './sdk/sdkTypes.ts';

/** Connects this page with the messenger that shows it: `const kabar = await connect()`. See {@link Connect}. */
export const connect: Connect = (options) => connectPage(window, options);
