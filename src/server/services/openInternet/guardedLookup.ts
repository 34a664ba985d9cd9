import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './isPublicAddress.ts';
import type { ResolveHost } from './ResolveHost.ts';

/** The other side lies where strangers' addresses have no business leading. */
export class NotPublicError extends Error {
  constructor(host: string) {
    super(`${host} is not on the open internet`);
  }
}

/**
 * A `lookup` for sockets that answers only addresses that may be connected to: the connection goes to the very address that was looked at, so a name that changes its mind in between gains
 * nothing. `isTrusted`: the host may lie anywhere.
 */
export function guardedLookup(resolve: ResolveHost, isTrusted: boolean): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const usable = found.filter(({ address }) => isTrusted || isPublicAddress(address));
        const [first] = usable;
        if (!first) return callback(new NotPublicError(host), '', 0);
        return options.all ? callback(null, [...usable]) : callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error(String(error)), '', 0),
    );
  };
}
