import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type * as z from 'zod/mini';
import { AppError } from '#protocol/errors.ts';
import { limits as wireLimits } from '#protocol/limits.ts';
import { authorizeApp } from '#server/services/appApi/authorizeApp.ts';
import { readBearer } from '#server/transport/http/readBearer.ts';
import { readBytes, registerRawUploads } from '#server/transport/registerRawUploads.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import type { AppApiRoute, AppCaller } from './AppApiRoute.ts';
import { appApiRoutes } from './appApiRoutes.ts';
import { idempotencyKeySchema } from './appApiShapes.ts';
import { sendProblem } from './sendProblem.ts';
import { isKeyed, toOpenApi } from './toOpenApi.ts';

/** Path of the API on the messenger's own origin. */
export const appApiRoot = '/api/apps/v1';

/** Calls of the same app that may wait for updates at the same time. */
const waitersMax = 4;

interface Door {
  readonly parts: TransportParts;
  readonly limits: RequestLimits;
  readonly keys: WeakMap<FastifyRequest, AppCaller>;
  /** waiting calls of each app */
  readonly waiting: Map<string, number>;
}

/** The API for servers of mini-apps: `Authorization: Bearer <token of the app>`, JSON, problems as RFC 9457. It is not for pages: whatever a browser sends along is refused. */
export async function registerAppApi(
  app: FastifyInstance,
  parts: TransportParts,
  limits: RequestLimits,
): Promise<void> {
  const door: Door = { parts, limits, keys: new WeakMap(), waiting: new Map() };
  const description = JSON.stringify(toOpenApi(appApiRoutes, appApiRoot));
  await app.register(
    async (scope) => {
      scope.setErrorHandler((error, request, reply) => void sendProblem(parts, reply, error, whereOf(request)));
      scope.setNotFoundHandler((request, reply) =>
        sendProblem(parts, reply, new AppError('NOT_FOUND', { message: 'no such route' }), whereOf(request)),
      );
      scope.get('/openapi.json', (_request, reply) =>
        reply.header('cache-control', 'public, max-age=300').type('application/json').send(description),
      );
      for (const route of appApiRoutes) if (route.body !== 'raw') addRoute(scope, door, route);
      await registerRawUploads(scope, wireLimits.pictureBytesMax, (raw) => {
        for (const route of appApiRoutes) if (route.body === 'raw') addRoute(raw, door, route);
      });
    },
    { prefix: appApiRoot },
  );
}

const whereOf = (request: FastifyRequest): string => `${request.method} ${request.url.split('?')[0] ?? ''}`;

function addRoute(scope: FastifyInstance, door: Door, route: AppApiRoute): void {
  scope.route({
    method: route.method,
    url: route.path,
    // Before the body is read: who may not call does not cost the reading.
    onRequest: async (request) => {
      const { cookie, origin } = request.headers;
      if (cookie !== undefined || origin !== undefined)
        throw new AppError('FORBIDDEN', { message: 'for servers: no cookies, and no pages' });
      const key = await authorizeApp(door.parts.context, readBearer(request));
      door.limits.step(route.body === 'raw' ? 'appPicture' : 'appCall', key.app);
      door.keys.set(request, key);
    },
    handler: async (request, reply) => {
      const answer = await call(door, route, request, reply);
      return reply.header('cache-control', 'no-store').send(answer);
    },
  });
}

async function call(door: Door, route: AppApiRoute, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const app = door.keys.get(request);
  if (!app) throw new AppError('UNAUTH');
  const { context, media } = door.parts;
  const bytes = readBytes(request);
  const params = parse(route.params, request.params, 'path');
  const query = parse(route.query, request.query ?? {}, 'query');
  const body = typeof route.body === 'string' ? undefined : parse(route.body, request.body, 'body');
  const key = isKeyed(route.method) ? readKey(request) : '';
  const hash = fingerprint(request, route.body === 'raw' ? bytes : JSON.stringify(body ?? null));
  const stop = new AbortController();
  // Whoever hangs up is waited for no more, and so is everybody when the server ends.
  reply.raw.once('close', () => stop.abort());
  const input = {
    context,
    media,
    app,
    call: { app: app.app, key, hash },
    params,
    query,
    body,
    bytes,
    gone: stop.signal,
  };
  const answer = await asOneOfFew(door, app.app, route, () => route.run(input));
  if (door.parts.settings.checkOutput) route.answer.parse(answer);
  return answer;
}

/** Waiting costs a look each second, so an app has few calls that wait. */
async function asOneOfFew(door: Door, app: string, route: AppApiRoute, run: () => Promise<unknown>): Promise<unknown> {
  if (route.path !== '/updates') return run();
  const count = door.waiting.get(app) ?? 0;
  if (count >= waitersMax) throw new AppError('RATE', { message: 'too many calls wait already', retry: 1_000 });
  door.waiting.set(app, count + 1);
  try {
    return await run();
  } finally {
    const left = (door.waiting.get(app) ?? 1) - 1;
    if (left > 0) door.waiting.set(app, left);
    else door.waiting.delete(app);
  }
}

function parse(shape: z.ZodMiniType, value: unknown, where: string): unknown {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = [where, ...(issue?.path ?? [])].join('.');
  throw new AppError('BAD', { message: `${path}: ${issue?.message ?? 'invalid'}`.slice(0, 200) });
}

function readKey(request: FastifyRequest): string {
  const parsed = idempotencyKeySchema.safeParse(request.headers['idempotency-key']);
  if (!parsed.success) throw new AppError('BAD', { message: 'Idempotency-Key has 1 to 64 visible characters' });
  return parsed.data;
}

/** The same for the same call, another one for every other. */
const fingerprint = (request: FastifyRequest, body: string | Uint8Array): string =>
  createHash('sha256')
    .update(`${whereOf(request)}\n`)
    .update(body)
    .digest('hex')
    .slice(0, 32);
