import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appLanguages, appViews } from '../entities/appStates.ts';
import { appCardSchema, appGrantSchema, appReasonSchema, appScopeSchema } from '../entities/miniApps.ts';
import { appIdSchema, chatIdSchema, opIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
/** Opens an app for me. `start`: what its link said. `c`: the chat it is opened from; the app learns an id of its own for that chat and its kind, never more. `n`: a version that is not live, for its makers, testers and reviewers; without it they get the newest one of an app that nobody else can open. `lang`: language of the screen, which the app learns together with my name. The answer: `url` of the page; `data`: signed init data, good for a day; `grants`: my answers so far; `ask`: scopes it may ask for, with reasons; `first`: I never opened it before; `any`: its pages may send data to any host; `q`: name of this opening, for what follows from it. FORBIDDEN: closed, or not for me. GONE: its maker has removed it. */
export const appLaunch = defineRequest({
  name: 'app.launch',
  kind: 'command',
  via: 'both',
  input: z.strictObject({
    app: appIdSchema,
    start: z.optional(z.string().check(z.maxLength(limits.appStartMax), z.regex(/^[\w-]*$/))),
    c: z.optional(chatIdSchema),
    n: z.optional(z.int().check(z.positive())),
    lang: z.optional(z.enum(appLanguages)),
    op: opIdSchema,
  }),
  output: z.object({
    app: appCardSchema,
    v: z.int(),
    url: z.string(),
    origin: z.string(),
    data: z.string(),
    q: z.string(),
    first: z.optional(z.literal(1)),
    any: z.optional(z.literal(1)),
    view: z.enum(appViews),
    links: z.array(z.string()),
    ask: z.array(z.object({ scope: appScopeSchema, reason: appReasonSchema })),
    grants: z.array(appGrantSchema),
  }),
  errors: ['NOT_FOUND', 'FORBIDDEN', 'GONE', 'NOT_MEMBER'],
});
