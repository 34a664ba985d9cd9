import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { communityCategories } from '../entities/chatSettings.ts';
import { communityCardSchema } from '../entities/community.ts';
import { limits } from '../limits.ts';

/** Listed communities, 30 a page: those whose name or description contains `q`, of one category, by activity or by name. `next`: the `from` of the next page. */
export const communityFind = defineRequest({
  name: 'community.find',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    q: z.optional(z.string().check(z.maxLength(limits.nameMax))),
    cat: z.optional(z.enum(communityCategories)),
    sort: z.enum(['activity', 'name']),
    from: z.optional(z.int().check(z.minimum(0), z.maximum(3_000))),
  }),
  output: z.object({ items: z.array(communityCardSchema), next: z.optional(z.int()) }),
  errors: [],
});
