import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#protocol/errors.ts';
import { rpcBodySchema } from '#protocol/handshake.ts';
import { toAnswer, type ServeRequest } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { readBearer } from './readBearer.ts';
import { sendAck } from './sendAck.ts';

/** `POST /api/rpc/<name>`: the same requests as over the socket, with the access token as bearer. Cookies mean nothing here. */
export function registerRpc(
  app: FastifyInstance,
  parts: TransportParts,
  serve: ServeRequest,
  addressOf: (request: FastifyRequest) => string,
): void {
  app.post<{ Params: { name: string } }>('/api/rpc/:name', async (request, reply) => {
    try {
      const claims = await parts.tools.accessTokens.verify(readBearer(request));
      const body = rpcBodySchema.safeParse(request.body);
      if (!body.success) throw new AppError('BAD', { message: 'body is {input, epoch?}' });
      const { userId, deviceId, sessionId } = claims;
      const { epoch } = body.data;
      const caller = { userId, deviceId, sessionId, ip: addressOf(request), ...(epoch === undefined ? {} : { epoch }) };
      return sendAck(reply, await serve({ name: request.params.name, input: body.data.input, claims, caller }));
    } catch (error) {
      return sendAck(reply, toAnswer(parts, error, 'rpc'));
    }
  });
}
