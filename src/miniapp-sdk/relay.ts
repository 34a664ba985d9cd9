import { startRelay } from './relay/startRelay.ts';

/* Script of `/__mini/relay`. */
startRelay(window);
