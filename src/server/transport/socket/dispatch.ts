import type { Socket } from 'socket.io';
import type { Ack } from '#protocol/errors.ts';
import { doors } from '#protocol/handshake.ts';
import { clientSignals } from '#protocol/signals.ts';
import type { Caller } from '#server/services/serviceContext.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import type { ServeRequest } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import type { Expiry } from './expiry.ts';
import type { Admission } from './handshake.ts';

/** Requests of one connection that may be under way; an engine needs a handful. */
const inFlightMax = 64;
const busyRetryMs = 500;

/** Signs of typing are counted per device and chat. */
const typingKey = (deviceId: string, { c }: { c: number }): string => `${deviceId} ${c}`;

/** Listens to a connection that has been admitted. Every request with an ack function is answered exactly once. */
export function dispatch(
  socket: Socket,
  parts: TransportParts,
  limits: RequestLimits,
  serve: ServeRequest,
  expiry: Expiry,
): void {
  const { claims, hello, ip } = socket.data as Admission;
  const { userId, deviceId, sessionId } = claims;
  const caller: Caller = { userId, deviceId, sessionId, epoch: hello.epoch, connection: socket.id, ip };
  let inFlight = 0;

  /** Counts a fault of the client; one too many ends the connection. */
  const count = (limit: 'badPackets' | 'refusals') => {
    try {
      limits.step(limit, socket.id);
    } catch {
      // The limiter's refusal is the signal itself; the log gets the reason.
      parts.log.warn('socket.thrown_out', { why: limit, device: deviceId });
      socket.disconnect(true);
    }
  };
  const answer = async (name: unknown, input: unknown): Promise<Ack<unknown>> => {
    if (inFlight >= inFlightMax) return { ok: false, code: 'BUSY', retry: busyRetryMs };
    inFlight += 1;
    const ack = await serve({ name, input, claims, caller });
    inFlight -= 1;
    // Whoever goes on typing behind a message is to be seen: the message has taken the sign before it away.
    if (ack.ok && name === 'message.send') limits.forget('typing', typingKey(deviceId, input as { c: number }));
    if (ack.ok && name === 'auth.renew') expiry.extend((ack.data as { exp: number }).exp);
    return ack;
  };

  socket.on(doors.request, (name: unknown, input: unknown, reply: unknown) => {
    if (typeof reply !== 'function') return count('badPackets');
    void answer(name, input).then((ack) => {
      reply(ack);
      if (ack.ok) return;
      if (ack.code === 'BAD') count('badPackets');
      if (ack.code === 'RATE') count('refusals');
      if (ack.code === 'REVOKED' || ack.code === 'FENCED') socket.disconnect(true);
    });
  });
  socket.on(doors.signal, (name: unknown, data: unknown) => {
    const typing = name === 'typing' ? clientSignals.typing.safeParse(data) : undefined;
    if (!typing?.success) return count('badPackets');
    try {
      limits.step('typing', typingKey(deviceId, typing.data));
    } catch {
      // One too many says nothing new; it is dropped without a word.
      return;
    }
    // Whoever is late has better things to do.
    if (parts.load.level() === 0) parts.live.onTyping(socket.id, typing.data.c);
  });
  socket.onAny((event: string) => {
    if (event !== doors.request && event !== doors.signal) count('badPackets');
  });
}
