import type { FastifyInstance } from 'fastify';
import { protocolVersion } from '#protocol/version.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';

/** `/api/health` for watchdogs and `/api/endpoints` for clients that choose a node. Neither touches the database. */
export function registerHealth(app: FastifyInstance, parts: TransportParts): void {
  const { settings, context, node } = parts;
  app.get('/api/health', (_request, reply) =>
    reply.header('cache-control', 'no-store').send({ ok: true, t: context.now(), proto: protocolVersion, node }),
  );
  app.get('/api/endpoints', (_request, reply) =>
    reply.header('cache-control', 'public, max-age=60').send({ eps: settings.endpoints }),
  );
}
