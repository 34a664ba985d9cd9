import type { Log } from '#sync/ports.ts';

/** Diagnostics for developers, in the console of the browser; `debug` lines only show when the console is set to verbose. */
export const consoleLog: Log = {
  debug: (event, details) => console.debug(`kabar ${event}`, details ?? ''),
  warn: (event, details) => console.warn(`kabar ${event}`, details ?? ''),
};
