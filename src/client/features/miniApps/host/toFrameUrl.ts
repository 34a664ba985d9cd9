import { bridgeVersion } from './bridgeVersion.ts';
import type { BridgeEvents } from '#protocol/bridge.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppLaunch } from './AppState.ts';

/** Permissions of a frame by the names browsers use. */
const features: Partial<Record<AppScope, string>> = {
  camera: 'camera',
  microphone: 'microphone',
  location: 'geolocation',
};

/** Value of the frame's `allow`: what was granted, and nothing takes the focus by itself. */
export const toAllow = (allow: readonly AppScope[]): string =>
  [...allow.map((scope) => features[scope]).filter(Boolean), "focus-without-user-activation 'none'"].join('; ');

/** Address of a frame that waits at an app's origin until it is known what its page is told. */
export function toWaitingUrl(origin: string, messenger: string): string {
  const url = new URL('/__mini/relay', origin);
  url.searchParams.set('wait', '1');
  url.searchParams.set('host', messenger);
  return url.href;
}

/** What a frame that waits is told, so that it shows the same as one with this address. */
export function toRelayStart(frameUrl: string): BridgeEvents['kabar_relay_start'] {
  const { searchParams, hash } = new URL(frameUrl);
  return {
    to: searchParams.get('to') ?? '/',
    fragment: hash.slice(1),
    allow: searchParams.get('allow') ?? '',
  };
}

/** What a page is told when it begins, as the fragment of its address. */
export interface FrameFacts {
  origin: string;
  theme: Record<string, string>;
  allow: readonly AppScope[];
  isFullscreen: boolean;
}

/**
 * The address of the frame: the relay page of the app's origin, with what it needs in the query and what the app's page needs in the fragment. The parameter of a link stands in
 * the query of the page itself, where the server has put it: some packages refuse a page that is told it twice.
 */
export function toFrameUrl(launch: AppLaunch, facts: FrameFacts): string {
  const url = new URL(launch.url);
  url.searchParams.set('host', facts.origin);
  const granted = facts.allow.map((scope) => features[scope]).filter((name) => name !== undefined);
  if (granted.length > 0) url.searchParams.set('allow', granted.join(';'));
  const params = new URLSearchParams({
    tgWebAppData: launch.data,
    tgWebAppVersion: bridgeVersion,
    tgWebAppPlatform: 'web',
    tgWebAppThemeParams: JSON.stringify(facts.theme),
  });
  if (facts.isFullscreen) params.set('tgWebAppFullscreen', '1');
  // Pages take the fragment apart by hand: a space must be %20, not a plus.
  url.hash = params.toString().replaceAll('+', '%20');
  return url.href;
}
