/** The headers a browser sets and a page cannot. */
export interface OriginHeaders {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/**
 * Whether a request may come from where it says. With an `Origin` the allow-list decides; without one, browsers still send `Sec-Fetch-Site`.
 * A program that is no browser sends neither; it has no cookies of a person that it could abuse.
 */
export function isOriginAllowed(headers: OriginHeaders, origins: readonly string[]): boolean {
  if (headers.origin !== undefined) return origins.includes(headers.origin);
  const site = headers['sec-fetch-site'];
  return site === undefined || site === 'same-origin';
}
