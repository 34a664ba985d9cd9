import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { moderationConfigSchema, reasonSchema, spansSchema } from '../entities/moderation.ts';
import { chatIdSchema, memberIdSchema, seqSchema, timeSchema } from '../ids.ts';

/** What rules would have caught in the last days, among the messages that the asking person may see. Changes nothing. `days`: caught per UTC day; `rules`: caught per rule; `rows`: the newest catches, those of regulars (more than 30 days here, more than 20 messages) first; `more`: there were older messages than could be read. */
export const moderationTry = defineRequest({
  name: 'moderation.try',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    config: moderationConfigSchema,
    days: z.union([z.literal(7), z.literal(30), z.literal(180)]),
  }),
  output: z.object({
    scanned: z.int(),
    caught: z.int(),
    regulars: z.int(),
    rules: z.array(z.tuple([z.string(), z.int()])),
    days: z.array(z.tuple([z.string(), z.int()])),
    rows: z.array(
      z.object({
        s: seqSchema,
        u: memberIdSchema,
        x: z.string(),
        at: timeSchema,
        why: z.array(reasonSchema),
        spans: spansSchema,
        joined: timeSchema,
        regular: z.optional(z.literal(1)),
      }),
    ),
    more: z.optional(z.literal(1)),
  }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
