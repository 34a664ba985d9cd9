import type { UpstreamLimits } from './gatewayTools.ts';
import type { OpenPipes } from './openPipes.ts';
import type { UpstreamDoor } from './upstreamDoor.ts';

/** What passing something on to an app's own server takes. */
export interface ProxyTools {
  readonly door: UpstreamDoor;
  readonly pipes: OpenPipes;
  readonly limits: UpstreamLimits;
  /** A server that failed: its maker asks the operator why. `why`: one short text. */
  note(label: string, why: string): void;
}
