import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { memSchema } from '../entities/members.ts';
import { memberIdSchema, chatIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Members of a chat: a window by order (role, then name), named ones, or those whose name starts with `q`. Exactly one of the three. */
export const membersList = defineRequest({
  name: 'members.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    range: z.optional(z.tuple([z.int().check(z.nonnegative()), z.int().check(z.nonnegative())])),
    ids: z.optional(z.array(memberIdSchema).check(z.minLength(1), z.maxLength(limits.idsMax))),
    q: z.optional(z.string().check(z.minLength(1), z.maxLength(limits.nameMax))),
  }),
  output: z.object({ mr: revSchema, total: z.int(), items: z.array(memSchema) }),
  errors: ['NOT_MEMBER'],
});
