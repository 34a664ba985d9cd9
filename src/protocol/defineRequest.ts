import type * as z from 'zod/mini';
import type { ErrorCode } from './errors.ts';

/** `read` may be repeated freely; `command` changes state and is idempotent by its `op` or `cid`. */
export type RequestKind = 'read' | 'command';

/** One request of the wire: the same definition serves the socket's `request` event and `POST /api/rpc/<name>`. */
export interface RequestDefinition<
  Name extends string = string,
  In extends z.ZodMiniType = z.ZodMiniType,
  Out extends z.ZodMiniType = z.ZodMiniType,
> {
  readonly name: Name;
  readonly kind: RequestKind;
  /** `socket`: bound to the connection that asks; refused over HTTP. */
  readonly via: 'both' | 'socket';
  /** Strict: unknown fields are refused with BAD. */
  readonly input: In;
  /** Tolerant: fields a client does not know are dropped. */
  readonly output: Out;
  /** Codes this request may answer beside the general ones (BAD, UNAUTH, REVOKED, RATE, BUSY, UNAVAILABLE, INTERNAL, FENCED). */
  readonly errors: readonly ErrorCode[];
}

/** Keeps the literal types of a definition. */
export function defineRequest<const Name extends string, In extends z.ZodMiniType, Out extends z.ZodMiniType>(
  definition: RequestDefinition<Name, In, Out>,
): RequestDefinition<Name, In, Out> {
  return definition;
}
