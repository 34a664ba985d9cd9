import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AppManifest } from '#protocol/entities/miniApps.ts';

/** Somebody at the host of an app that is open. */
export interface Visit {
  readonly request: IncomingMessage;
  /** of the host */
  readonly label: string;
  /** of the app, as `http://cafe.localhost:8787` */
  readonly origin: string;
  readonly manifest: AppManifest;
  /** origins of the messenger */
  readonly messenger: readonly string[];
}

/** A visit that gets an ordinary answer. */
export interface PageVisit extends Visit {
  readonly response: ServerResponse;
}
