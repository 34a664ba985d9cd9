import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { mediaPurposes, pictureSizes, type MediaPurpose, type PictureSize } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import { limits as wireLimits } from '#protocol/limits.ts';
import { openPicture } from '#server/services/media/openPicture.ts';
import { uploadPicture } from '#server/services/media/uploadPicture.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { sendFile } from './sendFile.ts';
import { registerUpload } from './registerUpload.ts';
import { sendAck } from './sendAck.ts';

type PictureRequest = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, unknown> }>;

/** `POST /api/upload?for=avatar|chat` takes a picture as its raw body, `GET /media/<id>` gives one out to whoever has its address, and a part of a message to whom its address names. */
export async function registerMedia(app: FastifyInstance, parts: TransportParts, limits: RequestLimits): Promise<void> {
  await registerUpload(app, parts, limits, {
    url: '/api/upload',
    limit: 'upload',
    maxBytes: wireLimits.pictureBytesMax,
    read: readPurpose,
    keep: (owner, purpose, bytes) => uploadPicture(parts.context, parts.media, { owner, purpose, bytes }),
  });
  app.route({
    method: ['GET', 'HEAD'],
    url: '/media/:id',
    handler: async (request: PictureRequest, reply) => {
      try {
        return await (request.query['u'] === undefined ? sendPicture : sendFile)(parts, request, reply);
      } catch (error) {
        return sendAck(reply, toAnswer(parts, error, 'media'));
      }
    },
  });
}

function readPurpose(query: Readonly<Record<string, unknown>>): MediaPurpose {
  const purpose = mediaPurposes.find((known) => known === query['for']);
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
