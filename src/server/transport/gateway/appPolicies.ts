import type { AppManifest } from '#protocol/entities/miniApps.ts';

/** Headers of every answer of an app. Pages never learn from which address of the messenger they were opened, and no neighbour shares their process. */
export const commonHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'origin-agent-cluster': '?1',
} as const;

/** Policy of an app's pages: they may be framed by the messenger and themselves alone, and send data only to the hosts that the manifest names. `messenger`: its origins. */
export function appPolicy({ connect }: Pick<AppManifest, 'connect'>, messenger: readonly string[]): string {
  const hosts = connect.flatMap((host) => (host === '*' ? ['https:', 'wss:'] : [`https://${host}`, `wss://${host}`]));
  return [
    "default-src 'self' https: data: blob: 'unsafe-inline' 'unsafe-eval'",
    ["connect-src 'self'", ...hosts].join(' '),
    "frame-src 'self' blob:",
    ["frame-ancestors 'self'", ...messenger].join(' '),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
}

/** Policy of the frame between the messenger and an app. `script`: hash of the one script in it, as policies write it. */
export function relayPolicy(messenger: readonly string[], script: string): string {
  return [
    "default-src 'none'",
    `script-src '${script}'`,
    "style-src 'unsafe-inline'",
    "frame-src 'self'",
    ['frame-ancestors', ...(messenger.length > 0 ? messenger : ["'none'"])].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** Policy of the gateway's own words in the place of an app. */
export function noticePolicy(messenger: readonly string[]): string {
  return [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    ["frame-ancestors 'self'", ...messenger].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
