import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { AppTools } from './appTools.ts';
import type { Router } from './createAppServer.ts';

/** One of the mini-apps that come with the messenger. */
export interface FirstPartyApp {
  /** id in the registry; names of its folders, too */
  readonly name: string;
  /** Tables beside those that all have. */
  readonly schema: string;
  /** Places that have staff. */
  readonly places: readonly string[];
  /** Everything the registry says of it, but where it is. */
  readonly manifest: Omit<AppManifest, 'source' | 'icon'>;
  /** Its icon: an SVG document, drawn edge to edge. */
  readonly icon: string;
  /** Writes what an empty file begins with. */
  seed(tools: AppTools): void;
  addRoutes(router: Router, tools: AppTools): void;
  /** What happens by itself, about every few seconds. */
  tick?(tools: AppTools): void;
}
