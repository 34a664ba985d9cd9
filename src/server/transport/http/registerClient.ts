import { basename } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ClientSource } from '#server/transport/transportOptions.ts';
import { sendAck } from './sendAck.ts';

/** Paths that belong to programs; a wrong one is answered by an error and never by the app's page. */
const ownPaths = /^\/(?:api|media|socket\.io|__mini)(?:\/|$)/;

/** Serves the client, and its page for every address of a screen. */
export async function registerClient(app: FastifyInstance, client: ClientSource): Promise<void> {
  if (client.kind === 'files') {
    await app.register(fastifyStatic, {
      root: client.folder,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => void reply.header('cache-control', cacheRule(path)),
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (ownPaths.test(path)) return sendAck(reply, { ok: false, code: 'NOT_FOUND' });
    if (client.kind === 'dev') return passOn(client, request, reply);
    const isScreen = (request.method === 'GET' || request.method === 'HEAD') && !basename(path).includes('.');
    if (client.kind === 'files' && isScreen) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return reply.code(404).type('text/plain; charset=utf-8').send('Not found');
  });
}

// Names in assets/ carry a hash of their content. The rest must be asked for anew, or an update would not be noticed.
function cacheRule(path: string): string {
  return /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}

function passOn(client: ClientSource & { kind: 'dev' }, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  client.middleware(request.raw, reply.raw, () => {
    reply.raw.statusCode = 404;
    reply.raw.end('Not found');
  });
  return reply;
}
