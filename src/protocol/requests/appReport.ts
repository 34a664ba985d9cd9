import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
/** What can be wrong with an app. */
export const appReportReasons = ['deceives', 'harmful', 'private', 'broken', 'other'] as const;

/** Tells the people who run this installation that something is wrong with an app. */
export const appReport = defineRequest({
  name: 'app.report',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    reason: z.enum(appReportReasons),
    note: z.optional(z.string().check(z.maxLength(limits.noteMax))),
    op: opIdSchema,
  }),
  output: z.object({}),
  errors: ['NOT_FOUND'],
});
