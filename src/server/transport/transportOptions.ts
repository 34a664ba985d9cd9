import type { IncomingMessage, ServerResponse } from 'node:http';
import type { LiveDoor } from '#server/live/liveDoor.ts';
import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import type { GrantedSession, Visitor } from '#server/services/accounts/grantSession.ts';
import type { SessionGuard } from '#server/services/accounts/sessionGuard.ts';
import type { AppTools } from '#server/services/miniApps/appTools.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import type { Handlers, ServiceContext } from '#server/services/serviceContext.ts';
import type { GatewayTools } from './gateway/gatewayTools.ts';
import type { LoadGuard } from './loadGuard.ts';
import type { Log } from './log.ts';
import type { RateLimits } from './rateLimits.ts';

/** How a door behaves; values of the configuration. */
export interface TransportSettings {
  /** Pages that may use the session cookie and the socket, e.g. `http://localhost:8787`. Read at each request, because a test learns its port late. */
  readonly origins: () => readonly string[];
  /** Public addresses of all nodes; empty on a single one. */
  readonly endpoints: readonly string[];
  /** Proxies of ours in front of this process. */
  readonly proxyHops: number;
  readonly limits: RateLimits;
  /** How long a handler may take, ms; the caller is answered UNAVAILABLE then. */
  readonly handlerMs: number;
  /** Checks every answer against its schema: for tests and development. */
  readonly checkOutput: boolean;
}

/** Serves whatever is not ours: the bundler's development server. */
export type DevMiddleware = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void;

/** The demo world's two routes. */
export interface DemoDoor {
  people(): Promise<{ handle: string; name: string; av?: string; id: number }[]>;
  /** Throws NOT_FOUND. */
  enter(visitor: Visitor, handle: string): Promise<GrantedSession>;
}

/** What the client is served from: a folder of built files, the bundler, or nothing (tests). */
export type ClientSource =
  | { kind: 'files'; folder: string }
  | { kind: 'dev'; middleware: DevMiddleware }
  | { kind: 'none' };

/** Everything the doors need from the rest of the server. */
export interface TransportParts {
  readonly settings: TransportSettings;
  readonly log: Log;
  readonly context: ServiceContext;
  readonly handlers: Handlers;
  readonly tools: AccountTools;
  readonly media: MediaTools;
  readonly apps: AppTools;
  readonly gateway: GatewayTools;
  readonly guard: SessionGuard;
  readonly live: LiveDoor;
  /** How much this process has to do. */
  readonly load: LoadGuard;
  /** Data generation of the database. */
  readonly gen: string;
  /** Name of this process among several. */
  readonly node: string;
  readonly client: ClientSource;
  readonly demo?: DemoDoor | undefined;
  /** A device was here; called at each handshake and request. */
  onSeen?(deviceId: string): void;
}
