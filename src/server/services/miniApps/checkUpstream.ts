import { isIP } from 'node:net';
import { isSameSite } from '#domain/appRules.ts';
import { isPublicAddress } from '#server/services/openInternet/isPublicAddress.ts';
import type { AppTools } from './appTools.ts';

/** Names that only a network of its own gives an address to. */
const insideNames = /^[^.]+$|(?:^|\.)(?:localhost|local|internal|intranet|lan|home\.arpa)$/;

/**
 * Says what is wrong with the address of an app's own server, or nothing. Who writes it must not reach what lies behind the messenger's walls, nor the messenger itself. The
 * addresses that a name leads to are the gateway's to check, each time: they change.
 */
export function checkUpstream(
  text: string,
  { origins, originOf, privateHosts }: Pick<AppTools, 'origins' | 'originOf' | 'privateHosts'>,
): string | undefined {
  const url = URL.parse(text);
  if (!url || !['http:', 'https:'].includes(url.protocol)) return 'the address must begin with http:// or https://';
  if (url.username !== '' || url.password !== '') return 'the address must not hold a name or password';
  const host = url.hostname.replace(/\.$/, '');
  if (origins().some((origin) => isSameSite(host, new URL(origin).hostname)))
    return 'the address must not be on the site of the messenger';
  const place = new URL(originOf('app')).hostname.replace(/^[^.]+\./, '');
  if (host === place || host.endsWith(`.${place}`)) return 'the address must not be where mini-apps run';
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  if (privateHosts.includes(`${host}:${port}`)) return undefined;
  return isInside(host) ? 'the address cannot be reached from outside' : undefined;
}

function isInside(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 ? insideNames.test(host) : !isPublicAddress(bare);
}
