import * as z from 'zod/mini';
import { deviceIdSchema } from './ids.ts';

/**
 * What a client says when it connects (socket.io `auth`). `epoch`: number of the engine that leads this browser; a lower one than the device's
 * newest is refused with FENCED; see {@link loneEpoch}. `conn`: id of this connection attempt. `vis`: 1 if a tab is visible.
 */
export const handshakeSchema = z.strictObject({
  token: z.string().check(z.maxLength(4_096)),
  device: deviceIdSchema,
  epoch: z.int().check(z.nonnegative()),
  conn: z.string().check(z.minLength(1), z.maxLength(64)),
  proto: z.int(),
  app: z.string().check(z.maxLength(40)),
  vis: z.union([z.literal(0), z.literal(1)]),
  gen: z.optional(z.string().check(z.maxLength(64))),
});
export type Handshake = z.infer<typeof handshakeSchema>;

/** Names of the socket's events. `request`: `(name, input, ack)`. `delta`: `(Delta[])`. `signal`: `(name, data)`. */
export const doors = { request: 'request', delta: 'delta', signal: 'signal' } as const;

/** Body of `POST /api/rpc/<name>`; the access token stands in `Authorization: Bearer`. `epoch`: of the engine that asks; absent for a tab. */
export const rpcBodySchema = z.strictObject({ input: z.unknown(), epoch: z.optional(z.int().check(z.nonnegative())) });
