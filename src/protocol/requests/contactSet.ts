import * as z from 'zod/mini';
import { cleanName } from '#base/cleanName.ts';
import { defineRequest } from '../defineRequest.ts';
import { contactSchema } from '../entities/user.ts';
import { userIdSchema, opIdSchema, revSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** The name only I see of somebody: at most 40 characters after cleaning (see `cleanName`); empty = none. */
export const aliasSchema = z.string().check(z.overwrite(cleanName), z.maxLength(limits.aliasMax));

/** Sets my relation to a person: 0 removed, 1 friend, 2 hidden, 3 blocked; `alias` is the name only I see. One-sided: the other person need not agree. */
export const contactSet = defineRequest({
  name: 'contact.set',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    user: userIdSchema,
    state: z.int().check(z.minimum(0), z.maximum(3)),
    alias: z.optional(aliasSchema),
    op: opIdSchema,
  }),
  output: z.object({ u: revSchema, contact: contactSchema }),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
