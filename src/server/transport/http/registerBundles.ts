import type { FastifyInstance } from 'fastify';
import { AppError } from '#protocol/errors.ts';
import { appIdSchema } from '#protocol/ids.ts';
import { limits as wireLimits } from '#protocol/limits.ts';
import { uploadBundle } from '#server/services/miniApps/uploadBundle.ts';
import type { RequestLimits } from '#server/transport/requestLimits.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { registerUpload } from './registerUpload.ts';

/** `POST /api/apps/bundle?app=<id>` takes the files of a mini-app as a zip and answers the name of the bundle. */
export const registerBundles = (app: FastifyInstance, parts: TransportParts, limits: RequestLimits): Promise<void> =>
  registerUpload(app, parts, limits, {
    url: '/api/apps/bundle',
    limit: 'bundle',
    maxBytes: wireLimits.bundleZipMax,
    read(query) {
      const parsed = appIdSchema.safeParse(query['app']);
      if (!parsed.success) throw new AppError('BAD', { message: 'app is the id of a mini-app' });
      return parsed.data;
    },
    keep: (owner, id, zip) => uploadBundle(parts.context, parts.apps, { owner, app: id, zip }),
  });
