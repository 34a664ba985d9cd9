import type { AppFaces } from './appFaces.ts';
import type { AppSeals } from './appSeals.ts';
import type { BundleStore } from './bundleStore.ts';

/** What the use cases of mini-apps need beside the ServiceContext. */
export interface AppTools extends AppFaces {
  /** Origin of an app (`label` = its id) or of one version of it (`label` = its preview label), as `http://cafe.localhost:8787`. Read at each use, because a test learns its port late. */
  originOf(label: string): string;
  /** Origins of the messenger itself; no app may come from one of their sites. */
  origins(): readonly string[];
  readonly seals: AppSeals;
  readonly bundles: BundleStore;
  /** `host:port` of upstreams that may lie on this machine or in its network, which others may not. */
  readonly privateHosts: readonly string[];
}
