import cookie from '@fastify/cookie';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Ack } from '#protocol/errors.ts';
import { registerFiles } from '#server/transport/files/registerFiles.ts';
import { appApiRoot, registerAppApi } from '#server/transport/appApi/registerAppApi.ts';
import { sendProblem } from '#server/transport/appApi/sendProblem.ts';
import { clientAddress } from '#server/transport/clientAddress.ts';
import type { Gateway } from '#server/transport/gateway/createGateway.ts';
import { dividedServer } from '#server/transport/gateway/dividedServer.ts';
import { uploadMs } from '#server/transport/registerRawUploads.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer, type ServeRequest } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { registerBundles } from './registerBundles.ts';
import { registerClient } from './registerClient.ts';
import { registerCompression } from './registerCompression.ts';
import { registerHealth } from './registerHealth.ts';
import { registerMedia } from './registerMedia.ts';
import { registerRpc } from './registerRpc.ts';
import { registerSecurityHeaders } from './registerSecurityHeaders.ts';
import { registerSession } from './registerSession.ts';
import { sendAck } from './sendAck.ts';

/** Largest body, bytes; the socket has the same limit. */
export const bodyLimit = 256 * 1_024;
/** Time a client has to send the headers of a request, and then its body, ms. */
const requestMs = 30_000;
/** Time for a whole request of any kind, ms: an upload is first told in words that it is late. */
const longestMs = uploadMs + requestMs;

/** The HTTP side: session routes, rpc, pictures, health and the client's files; hosts of mini-apps are the gateway's. It is not listening yet; its `server` is. */
export async function createHttpApp(
  parts: TransportParts,
  limits: RequestLimits,
  serve: ServeRequest,
  gateway: Gateway,
): Promise<FastifyInstance> {
  const { settings, client } = parts;
  const answerError = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    sendAck(reply, toFrameworkAnswer(parts, error, request), isClientFault(error) ? error.statusCode : undefined);
  const app = fastify({
    bodyLimit,
    serverFactory: (handler) => dividedServer(gateway, handler, { usual: requestMs, longest: longestMs }),
    forceCloseConnections: true,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    // Keys of values are the longest there are.
    routerOptions: { maxParamLength: 400 },
  });
  const addressOf = (request: FastifyRequest) =>
    clientAddress(
      request.raw.socket.remoteAddress,
      String(request.headers['x-forwarded-for'] ?? ''),
      settings.proxyHops,
    );

  app.setErrorHandler(answerError);
  registerSecurityHeaders(app, settings.endpoints, client.kind === 'dev', () => parts.apps.originOf('*'));
  registerCompression(app);
  await app.register(cookie);
  // Before the body is read: a flood must not cost the parsing too.
  app.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return;
    try {
      limits.step('ip', addressOf(request));
    } catch (error) {
      if (request.url.startsWith(`${appApiRoot}/`)) await sendProblem(parts, reply, error, 'http');
      else await sendAck(reply, toAnswer(parts, error, 'http'));
    }
  });
  registerHealth(app, parts);
  registerSession(app, parts, limits, addressOf);
  registerRpc(app, parts, serve, addressOf);
  await registerMedia(app, parts, limits);
  await registerFiles(app, parts, limits);
  await registerBundles(app, parts, limits);
  await registerAppApi(app, parts, limits);
  await registerClient(app, client);
  await app.ready();
  return app;
}

const isClientFault = (error: FastifyError) => (error.statusCode ?? 500) >= 400 && (error.statusCode ?? 500) < 500;

/** What the framework refused by itself: a body that is too large or no JSON, a type it does not know, a broken address. */
function toFrameworkAnswer(parts: TransportParts, error: FastifyError, request: FastifyRequest): Ack<never> {
  if (error.statusCode === 413) return { ok: false, code: 'TOO_LARGE' };
  if (isClientFault(error)) return { ok: false, code: 'BAD', msg: error.code };
  return toAnswer(parts, error, `${request.method} ${request.url.split('?')[0] ?? ''}`);
}
