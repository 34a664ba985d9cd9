import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { memberNameSchema } from '../entities/community.ts';
import { pictureSchema } from '../entities/media.ts';
import { chatIdSchema, opIdSchema, revSchema } from '../ids.ts';

/**
 * Changes my name or picture (null takes it away) inside a community; absent fields stay. NOT_FOUND: the picture is not a fresh upload of mine for a face.
 */
export const communityProfile = defineRequest({
  name: 'community.profile',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    c: chatIdSchema,
    nn: z.optional(memberNameSchema),
    picture: z.optional(z.nullable(pictureSchema)),
    op: opIdSchema,
  }),
  output: z.object({ r: revSchema }),
  errors: ['NOT_MEMBER', 'FORBIDDEN', 'NAME_TAKEN', 'NOT_FOUND', 'BAD'],
});
