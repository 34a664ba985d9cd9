import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#protocol/errors.ts';
import { appIdSchema, type AppId, type UserId } from '#protocol/ids.ts';
import { limits as wireLimits } from '#protocol/limits.ts';
import { uploadBundle } from '#server/services/miniApps/uploadBundle.ts';
import { isOriginAllowed } from '#server/transport/isOriginAllowed.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { readBearer } from './readBearer.ts';
import { sendAck } from './sendAck.ts';

type BundleRequest = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** `POST /api/apps/bundle?app=<id>` takes the files of a mini-app as a zip, its raw body, and answers the name of the bundle. */
export async function registerBundles(
  app: FastifyInstance,
  parts: TransportParts,
  limits: RequestLimits,
): Promise<void> {
  await app.register(async (scope) => registerUpload(scope, parts, limits));
}

function registerUpload(scope: FastifyInstance, parts: TransportParts, limits: RequestLimits): void {
  const owners = new WeakMap<FastifyRequest, UserId>();
  scope.removeAllContentTypeParsers();
  const parseAs = 'buffer' as const;
  scope.addContentTypeParser('*', { parseAs }, (_request, body, done) => done(null, body));
  scope.route({
    method: 'POST',
    url: '/api/apps/bundle',
    bodyLimit: wireLimits.bundleZipMax,
    // Who may not upload is refused before ten megabytes are read.
    onRequest: async (request: BundleRequest, reply) => {
      try {
        if (!isOriginAllowed(request.headers, parts.settings.origins()))
          throw new AppError('FORBIDDEN', { message: 'origin' });
        readApp(request);
        const claims = await parts.tools.accessTokens.verify(readBearer(request));
        await parts.guard.check(claims, undefined);
        limits.step('bundle', `u${claims.userId}`);
        parts.onSeen?.(claims.deviceId);
        owners.set(request, claims.userId);
      } catch (error) {
        await sendAck(reply, toAnswer(parts, error, 'bundle'));
      }
    },
    handler: async (request: BundleRequest, reply) => {
      try {
        const owner = owners.get(request);
        if (owner === undefined) throw new AppError('UNAUTH');
        const zip = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const id = await uploadBundle(parts.context, parts.apps, { owner, app: readApp(request), zip });
        return await sendAck(reply, { ok: true, data: { id } });
      } catch (error) {
        return sendAck(reply, toAnswer(parts, error, 'bundle'));
      }
    },
  });
}

function readApp(request: BundleRequest): AppId {
  const parsed = appIdSchema.safeParse(request.query['app']);
  if (!parsed.success) throw new AppError('BAD', { message: 'app is the id of a mini-app' });
  return parsed.data;
}
