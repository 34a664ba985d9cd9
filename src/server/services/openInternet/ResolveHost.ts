import type { LookupAddress } from 'node:dns';

/** All addresses of a host name. Rejects like `dns.lookup`. */
export type ResolveHost = (host: string) => Promise<readonly LookupAddress[]>;
