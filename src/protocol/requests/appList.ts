import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appCategories, appLanguages } from '../entities/appStates.ts';
import { appCardSchema } from '../entities/miniApps.ts';
/** Apps everybody can open, the most used first or by name. `q`: words of its names, lines or maker in any language. `lang`: whose names they are ordered by; English without. `after`: how many are on the screen already; the answer has no `more` at the end. */
export const appList = defineRequest({
  name: 'app.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({
    q: z.optional(z.string().check(z.maxLength(60))),
    cat: z.optional(z.enum(appCategories)),
    sort: z.optional(z.enum(['people', 'name'])),
    lang: z.optional(z.enum(appLanguages)),
    after: z.optional(z.int().check(z.nonnegative(), z.maximum(10_000))),
  }),
  output: z.object({ apps: z.array(appCardSchema), more: z.optional(z.literal(1)) }),
  errors: [],
});
