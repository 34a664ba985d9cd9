import type { Socket } from 'socket.io';
import { AppError, toWireError } from '#protocol/errors.ts';
import { handshakeSchema, type Handshake } from '#protocol/handshake.ts';
import { protocolVersion } from '#protocol/version.ts';
import type { AccessClaims } from '#server/services/accounts/accessTokens.ts';
import { clientAddress } from '#server/transport/clientAddress.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';

/** What the handshake has proved about a connection. */
export interface Admission {
  readonly claims: AccessClaims;
  readonly hello: Handshake;
  readonly ip: string;
}

/** A refusal as socket.io carries it: the client finds `data` in its `connect_error`. */
interface RefusedHandshake extends Error {
  data?: unknown;
}

/** Retry hint for a connection that comes at a bad moment, ms; the device adds chance of its own. */
const busyRetryMs = 2_000;

/** Checks a new connection in the order of rising cost: address, shape, token, device, session and epoch. */
export function createHandshake(parts: TransportParts, limits: RequestLimits) {
  const admit = async (socket: Socket): Promise<Admission> => {
    // Before anything that costs: those who are here already come first.
    if (parts.load.level() > 1) throw new AppError('BUSY', { retry: busyRetryMs });
    const forwarded = String(socket.handshake.headers['x-forwarded-for'] ?? '');
    const ip = clientAddress(socket.conn.remoteAddress, forwarded, parts.settings.proxyHops);
    limits.step('connectIp', ip);
    const parsed = handshakeSchema.safeParse(socket.handshake.auth);
    if (!parsed.success) throw new AppError('BAD', { message: parsed.error.issues[0]?.path.join('.') ?? 'invalid' });
    const hello = parsed.data;
    if (hello.proto !== protocolVersion) throw new AppError('PROTO');
    const claims = await parts.tools.accessTokens.verify(hello.token);
    if (claims.deviceId !== hello.device) throw new AppError('UNAUTH', { message: 'token of another device' });
    limits.step('connectDevice', claims.deviceId);
    await parts.guard.enter(claims, hello.epoch);
    return { claims, hello, ip };
  };
  return (socket: Socket, next: (error?: Error) => void): void => {
    admit(socket).then(
      (admission) => {
        socket.data = admission;
        next();
      },
      (error: unknown) => next(toRefusal(parts, error)),
    );
  };
}

function toRefusal(parts: TransportParts, error: unknown): RefusedHandshake {
  const answer = error instanceof AppError ? toWireError(error) : toAnswer(parts, error, 'handshake');
  const refusal: RefusedHandshake = new Error(answer.ok ? 'refused' : answer.code);
  refusal.data = answer;
  return refusal;
}
