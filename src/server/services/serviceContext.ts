import type { DeviceId, UserId } from '#protocol/ids.ts';
import type { RequestName, RequestOutput, RequestParsed } from '#protocol/requests.ts';
import type { Storage } from '#server/storage/units.ts';
import type { LivePort } from '#server/live/livePort.ts';

/** Who asks, as the transport has proved it. */
export interface Caller {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly sessionId: string;
  /** Engine epoch of the request; absent for requests of a tab. */
  readonly epoch?: number;
  /** Socket id; absent over HTTP. */
  readonly connection?: string;
  /** Remote address, for limits. */
  readonly ip: string;
}

/** What every service may use. */
export interface ServiceContext {
  readonly storage: Storage;
  readonly live: LivePort;
  /** Server clock, ms. */
  now(): number;
}

/** One use case. Receives parsed input, answers output or throws AppError; it never emits and knows no socket. */
export type Handler<Name extends RequestName> = (
  context: ServiceContext,
  caller: Caller,
  input: RequestParsed<Name>,
) => Promise<RequestOutput<Name>>;

/** A table of handlers; the union over all areas covers every request, which the compiler checks in handlers.ts. */
export type Handlers<Names extends RequestName = RequestName> = { [Name in Names]: Handler<Name> };
