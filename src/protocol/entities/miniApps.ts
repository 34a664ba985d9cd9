import * as z from 'zod/mini';
import { appIdSchema, timeSchema, userIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { appScopes } from './appScopes.ts';
import { appCategories, appViews } from './appStates.ts';
import { pictureSchema } from './media.ts';

/** A line of text without control characters and without characters that turn the reading direction. */
const lineSchema = (max: number) =>
  z.string().check(
    z.overwrite((text) => text.trim()),
    z.minLength(1),
    z.maxLength(max),
    z.regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u),
  );
/** A text in the languages there are; English is always there and stands for those that are missing. */
const textsSchema = (max: number) =>
  z.strictObject({
    en: lineSchema(max),
    id: z.optional(lineSchema(max)),
    ja: z.optional(lineSchema(max)),
    ko: z.optional(lineSchema(max)),
    'zh-TW': z.optional(lineSchema(max)),
  });
export const appNameSchema = textsSchema(limits.appNameMax);
export type AppTexts = z.infer<typeof appNameSchema>;
export const appAboutSchema = textsSchema(limits.appAboutMax);
export const appReasonSchema = textsSchema(limits.appReasonMax);

export const appScopeSchema = z.enum(appScopes);

/** A host name with an optional port: where an app may send data, or lead people. */
export const hostSchema = z
  .string()
  .check(
    z.maxLength(253),
    z.regex(/^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::\d{1,5})?$/),
  );

/** Path of a file in a bundle, without a slash at its beginning. */
export const bundlePathSchema = z.string().check(
  z.minLength(1),
  z.maxLength(200),
  z.regex(/^[^\p{Cc}\\/][^\p{Cc}\\]*$/u),
  z.refine((path) => !path.split('/').some((part) => part === '.' || part === '..'), 'leaves the bundle'),
);

/** Where the pages of a version come from: a server of its maker, by http(s) address of its first page, or files that were uploaded, by name of the first one. */
export const appSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upstream'), url: z.url({ protocol: /^https?$/ }).check(z.maxLength(1_000)) }),
  z.strictObject({ kind: z.literal('bundle'), bundle: z.uuid(), entry: bundlePathSchema }),
]);

/**
 * What a maker says of one version of an app. `about`: one line. `scopes`: what it may ask for, and why. `connect`: hosts beside its own that its pages may send data to;
 * `['*']` any, which reviewers and people are told. `links`: hosts it leads people to.
 */
export const appManifestSchema = z.strictObject({
  names: appNameSchema,
  about: appAboutSchema,
  category: z.enum(appCategories),
  icon: z.optional(pictureSchema),
  view: z.enum(appViews),
  scopes: z.array(z.strictObject({ scope: appScopeSchema, reason: appReasonSchema })).check(
    z.maxLength(appScopes.length),
    z.refine((list) => new Set(list.map(({ scope }) => scope)).size === list.length, 'names a scope twice'),
  ),
  connect: z.union([z.tuple([z.literal('*')]), z.array(hostSchema).check(z.maxLength(limits.appHostsMax))]),
  links: z.array(hostSchema).check(z.maxLength(limits.appHostsMax)),
  source: appSourceSchema,
});
export type AppManifest = z.infer<typeof appManifestSchema>;

/** An app as people see it in lists. `by`: display name of its maker. `host`: host name at which it runs. `people`: how many have opened it. */
export const appCardSchema = z.object({
  id: appIdSchema,
  names: appNameSchema,
  about: appAboutSchema,
  category: z.string(),
  icon: z.optional(z.string()),
  by: z.string(),
  host: z.string(),
  people: z.int(),
  st: z.int(),
});
export type AppCard = z.infer<typeof appCardSchema>;

/** One answer of a person. `st`: see `grantState`. `at`: of the answer; `used`: of the last use. `reason`: as the app gives it now. */
export const appGrantSchema = z.object({
  scope: appScopeSchema,
  st: z.int(),
  at: timeSchema,
  used: z.optional(timeSchema),
});
export type AppGrant = z.infer<typeof appGrantSchema>;

/** What an app did or got, for the person's own eyes. */
export const appLogEvents = [
  'opened',
  'profile',
  'contact',
  'location',
  'clipboard',
  'camera',
  'microphone',
  'shared',
  'message',
  'allowed',
  'denied',
  'revoked',
] as const;
/** `n`: into how many chats a card went. `scope`: of an answer. */
export const appLogSchema = z.object({
  at: timeSchema,
  what: z.enum(appLogEvents),
  scope: z.optional(appScopeSchema),
  n: z.optional(z.int()),
});
export type AppLogEntry = z.infer<typeof appLogSchema>;

/** A version as its makers and reviewers see it. `preview`: host at which this version alone runs. */
export const appVersionSchema = z.object({
  n: z.int(),
  st: z.int(),
  manifest: appManifestSchema,
  note: z.optional(z.string()),
  created: timeSchema,
  decided: z.optional(timeSchema),
  preview: z.string(),
});
export type AppVersion = z.infer<typeof appVersionSchema>;

/** An app as its maker sees it. `live`: number of the version people get. `note`: why the installation closed it. `testers`: handles. */
export const madeAppSchema = z.object({
  id: appIdSchema,
  bot: z.int(),
  st: z.int(),
  live: z.optional(z.int()),
  note: z.optional(z.string()),
  created: timeSchema,
  people: z.int(),
  testers: z.array(z.object({ id: userIdSchema, handle: z.string(), name: z.string() })),
  versions: z.array(appVersionSchema),
});
export type MadeApp = z.infer<typeof madeAppSchema>;
