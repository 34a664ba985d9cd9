import fastifyStatic from '@fastify/static';
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import * as z from 'zod';
import { AppError, type ErrorCode } from '#protocol/errors.ts';
import type { AppTools } from './appTools.ts';
import type { Visitor } from './createVisits.ts';

/** Adds the addresses of one app. `input`: body or query together with what stands in the path, as the schema reads it. What `work` answers is the answer. */
export interface Router {
  get<Schema extends z.ZodType>(path: string, schema: Schema, work: Work<Schema>): void;
  post<Schema extends z.ZodType>(path: string, schema: Schema, work: Work<Schema>): void;
}
export type Work<Schema extends z.ZodType> = (input: z.output<Schema>, visitor: Visitor) => unknown;

/** Bytes of a request's body. */
const bodyLimit = 16 * 1_024;

/** HTTP status of the refusals that apps make. */
const statusOf: { readonly [Code in ErrorCode]?: number } = {
  BAD: 400,
  UNAUTH: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  STALE: 409,
  FULL: 409,
  GONE: 410,
  TOO_LARGE: 413,
  RATE: 429,
  UNAVAILABLE: 503,
};

const openSchema = z.strictObject({ lang: z.string().max(20) });
const launchHeader = 'x-launch-data';
/** Characters of init data. */
const launchMax = 8_192;

/** Makes the server of a mini-app: its pages from `folder`, `POST /api/session`, and what `addRoutes` adds, each for people with a session only. */
export function createAppServer(tools: AppTools, folder: string, addRoutes: (router: Router) => void): FastifyInstance {
  const app = fastify({ bodyLimit, logger: false, forceCloseConnections: true });
  app.setErrorHandler((error: FastifyError, _request, reply) => sendProblem(tools, reply, error));
  app.setNotFoundHandler((_request, reply) => sendProblem(tools, reply, new AppError('NOT_FOUND')));
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store');
  });
  void app.register(fastifyStatic, { root: folder, cacheControl: false, setHeaders: cacheFiles });
  app.post('/api/session', async (request) => {
    const data = request.headers[launchHeader];
    if (typeof data !== 'string' || data.length > launchMax) throw new AppError('UNAUTH');
    const { lang } = parse(openSchema, request.body);
    const { session, visitor, start } = await tools.visits.open(data, lang);
    return { session, lang: visitor.lang, name: visitor.name, start: start ?? null };
  });
  const serve = <Schema extends z.ZodType>(schema: Schema, work: Work<Schema>) => {
    return async (request: FastifyRequest) => {
      // First of all: who is nobody learns nothing, not even what a request should look like.
      const visitor = tools.visits.find(readSession(request));
      const given = request.method === 'GET' ? request.query : request.body;
      const input = parse(schema, { ...asObject(given), ...asObject(request.params) });
      const result = await work(input, visitor);
      if (request.method !== 'GET') tools.poke();
      return result ?? {};
    };
  };
  addRoutes({
    get: (path, schema, work) => void app.get(path, serve(schema, work)),
    post: (path, schema, work) => void app.post(path, serve(schema, work)),
  });
  return app;
}

/** Files with a hash in their name never change; pages are asked for each time. */
function cacheFiles(reply: Pick<FastifyReply, 'header'>, path: string): void {
  const isHashed = /[\\/]assets[\\/]/.test(path);
  void reply.header('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
}

const readSession = ({ headers }: FastifyRequest): string | undefined =>
  /^Bearer ([\w-]{32})$/.exec(headers.authorization ?? '')?.[1];

const asObject = (value: unknown): object => {
  if (value === undefined || value === null) return {};
  if (typeof value !== 'object' || Array.isArray(value)) throw new AppError('BAD', { message: 'not an object' });
  return value;
};

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError('BAD', { message: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is invalid'}` });
}

/** Answers a refusal as RFC 9457 has it. Unexpected errors keep their words to themselves. */
function sendProblem(tools: AppTools, reply: FastifyReply, error: FastifyError | AppError): FastifyReply {
  const known = error instanceof AppError ? error.code : readFastify(error);
  const code = known ?? 'INTERNAL';
  if (known === undefined) tools.log.error('miniapp.failed', error, { app: tools.name });
  const status = statusOf[code] ?? 500;
  const detail = known !== undefined && error.message !== code ? { detail: error.message } : {};
  return reply
    .code(status)
    .type('application/problem+json')
    .send({ type: 'about:blank', title: code, status, code, ...detail });
}

/** What the server library refuses by itself. */
function readFastify({ statusCode }: FastifyError): ErrorCode | undefined {
  if (statusCode === 413) return 'TOO_LARGE';
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? 'BAD' : undefined;
}
