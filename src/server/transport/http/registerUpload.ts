import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { isOriginAllowed } from '#server/transport/isOriginAllowed.ts';
import { readBytes, registerRawUploads } from '#server/transport/registerRawUploads.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { readBearer } from './readBearer.ts';
import { sendAck } from './sendAck.ts';

/** What a person uploads at an address. */
export interface Upload<Purpose> {
  readonly url: string;
  /** its rate limit, counted for the person; also its name in the log */
  readonly limit: 'upload' | 'bundle';
  readonly maxBytes: number;
  /** What it is for, by the address. Throws BAD. */
  read(query: Readonly<Record<string, unknown>>): Purpose;
  /** Keeps it and answers its name. Throws AppError. */
  keep(owner: UserId, purpose: Purpose, bytes: Buffer): Promise<string>;
}

type UploadRequest = FastifyRequest<{ Querystring: Record<string, unknown> }>;

/** `POST url` takes a file of a person who is logged in as its raw body, and answers the name it got. */
export async function registerUpload<Purpose>(
  app: FastifyInstance,
  parts: TransportParts,
  limits: RequestLimits,
  upload: Upload<Purpose>,
): Promise<void> {
  const owners = new WeakMap<FastifyRequest, UserId>();
  const { url, limit, maxBytes } = upload;
  await registerRawUploads(app, maxBytes, (scope) =>
    scope.route({
      method: 'POST',
      url,
      // Who may not upload is refused before megabytes are read.
      onRequest: async (request: UploadRequest, reply) => {
        try {
          if (!isOriginAllowed(request.headers, parts.settings.origins()))
            throw new AppError('FORBIDDEN', { message: 'origin' });
          upload.read(request.query);
          const claims = await parts.tools.accessTokens.verify(readBearer(request));
          await parts.guard.check(claims, undefined);
          limits.step(limit, `u${claims.userId}`);
          parts.onSeen?.(claims.deviceId);
          owners.set(request, claims.userId);
        } catch (error) {
          await sendAck(reply, toAnswer(parts, error, limit));
        }
      },
      handler: async (request: UploadRequest, reply) => {
        try {
          const owner = owners.get(request);
          if (owner === undefined) throw new AppError('UNAUTH');
          const id = await upload.keep(owner, upload.read(request.query), readBytes(request));
          return await sendAck(reply, { ok: true, data: { id } });
        } catch (error) {
          return sendAck(reply, toAnswer(parts, error, limit));
        }
      },
    }),
  );
}
