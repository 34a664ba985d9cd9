import { request as requestHttp, type IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP } from 'node:net';
import { guardedLookup, NotPublicError } from '#server/services/openInternet/guardedLookup.ts';
import { isPublicAddress } from '#server/services/openInternet/isPublicAddress.ts';
import type { ResolveHost } from '#server/services/openInternet/ResolveHost.ts';
import { parseLink } from '#server/storage/units/links/parseLink.ts';
import { LinkProblem } from './LinkProblem.ts';
import { readBody } from './readBody.ts';

/** What is fetched. `accept`: media types; `takes`: whether one of these, in lower case and without parameters, is wanted. */
export interface PageWish {
  readonly accept: string;
  takes(type: string): boolean;
  /** bytes, after unpacking and before */
  readonly bytesMax: number;
  /** What is longer: its beginning is enough, or it is refused. */
  readonly tooLong: 'cut' | 'refuse';
  /** Ends it, in whatever state it is; whoever asks limits the time by it. */
  readonly signal: AbortSignal;
}

/** What was fetched. `url`: where it was in the end; `contentType`: the whole header. */
export interface FetchedPage {
  readonly url: URL;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** The only way from links that people write to other servers. */
export interface PageDoor {
  /** Fetches what is at an address, over at most five redirects. Throws {@link LinkProblem}; other errors may pass. */
  get(url: URL, wish: PageWish): Promise<FetchedPage>;
}

const redirectsMax = 5;
const portOf = ({ protocol, port }: URL): number => (port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));

/**
 * Makes a {@link PageDoor}. Every address is looked at anew, also those that a redirect leads to, and the connection goes to the very address that was looked at. Nothing is sent along that tells
 * one person's link from another's. `allowed`: `host:port` that may lie anywhere.
 */
export function createPageDoor(resolve: ResolveHost, allowed: readonly string[]): PageDoor {
  const trusted = new Set(allowed.map((host) => host.toLowerCase()));
  const ask = (url: URL, wish: PageWish): Promise<IncomingMessage> => {
    const port = portOf(url);
    const isTrusted = trusted.has(`${url.hostname}:${port}`);
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (!isTrusted && port !== 80 && port !== 443) throw new LinkProblem(`port ${port}`);
    // Nobody asks the resolver for an address that is written as one.
    if (!isTrusted && isIP(host) !== 0 && !isPublicAddress(host)) throw new LinkProblem('not a public address');
    const send = url.protocol === 'https:' ? requestHttps : requestHttp;
    return new Promise((done, failed) => {
      const headers = { 'user-agent': 'KabarLinkCard/1', accept: wish.accept, 'accept-encoding': 'gzip, br' };
      const path = `${url.pathname}${url.search}`;
      const lookup = guardedLookup(resolve, isTrusted);
      send({ host, port, path, headers, lookup, agent: false, signal: wish.signal })
        .on('response', done)
        .on('error', (error) => failed(error instanceof NotPublicError ? new LinkProblem(error.message) : error))
        .end();
    });
  };
  return {
    async get(start, wish) {
      let url = start;
      for (let step = 0; step <= redirectsMax; step += 1) {
        // oxlint-disable-next-line no-await-in-loop -- each leads to the next
        const response = await ask(url, wish);
        try {
          const next = nextOf(response, url);
          // oxlint-disable-next-line no-await-in-loop
          if (!next) return { url, ...(await take(response, wish)) };
          url = next;
        } finally {
          response.destroy();
        }
      }
      throw new LinkProblem('too many redirects');
    },
  };
}

/** Where a redirect leads; undefined for every other answer. */
function nextOf({ statusCode = 0, headers: { location } }: IncomingMessage, url: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode)) return undefined;
  const next = location === undefined ? undefined : parseLink(location, url.href);
  if (!next) throw new LinkProblem('redirect that leads nowhere');
  return next;
}

async function take(response: IncomingMessage, wish: PageWish): Promise<Omit<FetchedPage, 'url'>> {
  const { statusCode = 0 } = response;
  if (statusCode !== 200) throw new LinkProblem(`status ${statusCode}`, statusCode < 500 && statusCode !== 429);
  const contentType = response.headers['content-type'] ?? '';
  const type = (contentType.split(';')[0] ?? '').trim().toLowerCase();
  if (!wish.takes(type)) throw new LinkProblem(`type ${type}`);
  return { contentType, bytes: await readBody(response, wish) };
}
