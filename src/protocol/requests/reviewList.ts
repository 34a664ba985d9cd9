import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appCardSchema, appManifestSchema, appVersionSchema } from '../entities/miniApps.ts';
import { timeSchema } from '../ids.ts';
/** For administrators of the installation: versions that wait, the oldest first, with what people have now (`live`, none before the first); apps that were reported or closed. FORBIDDEN: I am none. */
export const reviewList = defineRequest({
  name: 'review.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({
    waiting: z.array(z.object({ app: appCardSchema, version: appVersionSchema, live: z.optional(appManifestSchema) })),
    reports: z.array(
      z.object({
        app: appCardSchema,
        reports: z.array(
          z.object({ id: z.string(), at: timeSchema, reason: z.string(), note: z.optional(z.string()) }),
        ),
      }),
    ),
    closed: z.array(z.object({ app: appCardSchema, note: z.string() })),
  }),
  errors: ['FORBIDDEN'],
});
