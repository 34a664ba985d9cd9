import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mediaPurposes, pictureSizes, type MediaPurpose, type PictureSize } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { limits as wireLimits } from '#protocol/limits.ts';
import { openPicture } from '#server/services/media/openPicture.ts';
import { uploadPicture } from '#server/services/media/uploadPicture.ts';
import { isOriginAllowed } from '#server/transport/isOriginAllowed.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { readBearer } from './readBearer.ts';
import { sendAck } from './sendAck.ts';

/** Time an upload may take, ms: 5 MB over a slow line. */
const uploadMs = 120_000;

type UploadRequest = FastifyRequest<{ Querystring: Record<string, unknown> }>;
type PictureRequest = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, unknown> }>;

/** `POST /api/upload?for=avatar|chat` takes a picture as its raw body, `GET /media/<id>` gives one out to whoever has its address. */
export async function registerMedia(app: FastifyInstance, parts: TransportParts, limits: RequestLimits): Promise<void> {
  await app.register(async (scope) => registerUpload(scope, parts, limits));
  app.get('/media/:id', async (request: PictureRequest, reply) => {
    try {
      return await sendPicture(parts, request, reply);
    } catch (error) {
      return sendAck(reply, toAnswer(parts, error, 'media'));
    }
  });
}

function registerUpload(scope: FastifyInstance, parts: TransportParts, limits: RequestLimits): void {
  const owners = new WeakMap<FastifyRequest, UserId>();
  // The type that a client claims means nothing: whatever comes is bytes.
  scope.removeAllContentTypeParsers();
  const parseAs = 'buffer' as const;
  scope.addContentTypeParser('*', { parseAs }, (_request, body, done) => done(null, body));
  scope.route({
    method: 'POST',
    url: '/api/upload',
    bodyLimit: wireLimits.pictureBytesMax,
    // Who may not upload is refused before five megabytes are read.
    onRequest: async (request: UploadRequest, reply) => {
      try {
        if (!isOriginAllowed(request.headers, parts.settings.origins()))
          throw new AppError('FORBIDDEN', { message: 'origin' });
        readPurpose(request);
        const claims = await parts.tools.accessTokens.verify(readBearer(request));
        await parts.guard.check(claims, undefined);
        limits.step('upload', `u${claims.userId}`);
        parts.onSeen?.(claims.deviceId);
        owners.set(request, claims.userId);
        request.raw.setTimeout(uploadMs);
      } catch (error) {
        await sendAck(reply, toAnswer(parts, error, 'upload'));
      }
    },
    handler: async (request: UploadRequest, reply) => {
      try {
        const owner = owners.get(request);
        if (owner === undefined) throw new AppError('UNAUTH');
        const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const upload = { owner, purpose: readPurpose(request), bytes };
        return await sendAck(reply, {
          ok: true,
          data: { id: await uploadPicture(parts.context, parts.media, upload) },
        });
      } catch (error) {
        return sendAck(reply, toAnswer(parts, error, 'upload'));
      }
    },
  });
}

function readPurpose(request: UploadRequest): MediaPurpose {
  const purpose = mediaPurposes.find((known) => known === request.query['for']);
  if (!purpose) throw new AppError('BAD', { message: `for is one of ${mediaPurposes.join(', ')}` });
  return purpose;
}

async function sendPicture(parts: TransportParts, request: PictureRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { s, e, k } = request.query;
  const { store } = parts.media;
  const picture = await openPicture(
    { store, urls: parts.tools.mediaUrls },
    { id: request.params.id, size: readSize(s), day: readText(e), seal: readText(k) },
  );
  // Whole seconds, rounded down: the address must not outlive its end in a cache.
  const seconds = Math.floor((picture.until - parts.context.now()) / 1_000);
  return reply
    .header('content-type', 'image/webp')
    .header('content-length', picture.size)
    .header('cache-control', `private, immutable, max-age=${seconds}`)
    .header('content-disposition', 'inline; filename="picture.webp"')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .send(picture.stream);
}

const readText = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 100) : '');

/** Without a size the largest. */
function readSize(value: unknown): PictureSize {
  const size = value === undefined ? Math.max(...pictureSizes) : Number(value);
  const known = pictureSizes.find((one) => one === size);
  if (!known) throw new AppError('BAD', { message: `s is one of ${pictureSizes.join(', ')}` });
  return known;
}
