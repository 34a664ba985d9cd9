import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { linkCodeSchema, linkStandings } from '../entities/inviteLink.ts';
import { chatIdSchema } from '../ids.ts';

/**
 * What a link leads to, before coming in. GONE: no such link now; unknown, ended, used-up and revoked ones look alike. `full`: nobody fits in. `asks`: a member
 * has to let me in; `ask` is the question that goes with it. `nn`: the name I asked under, while I wait for a
 * community. `again`: when I can ask again after a refusal.
 */
export const linkPeek = defineRequest({
  name: 'link.peek',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ code: linkCodeSchema }),
  output: z.object({
    c: chatIdSchema,
    kind: z.int(),
    title: z.optional(z.string()),
    avatar: z.optional(z.string()),
    about: z.optional(z.string()),
    rules: z.optional(z.string()),
    cnt: z.int(),
    full: z.optional(z.literal(1)),
    asks: z.optional(z.literal(1)),
    ask: z.optional(z.string()),
    me: z.enum(linkStandings),
    nn: z.optional(z.string()),
    again: z.optional(z.int()),
  }),
  errors: ['GONE'],
});
