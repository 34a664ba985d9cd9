import * as z from 'zod/mini';
import { cleanName } from '#base/cleanName.ts';
import { chatIdSchema, memberIdSchema, seqSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Masks of {@link rightBit} for member, moderator, admin. An owner may do everything. */
export const rightsTableSchema = z.tuple([
  z.int().check(z.minimum(0), z.maximum(4_095)),
  z.int().check(z.minimum(0), z.maximum(4_095)),
  z.int().check(z.minimum(0), z.maximum(4_095)),
]);
export type RightsTable = z.infer<typeof rightsTableSchema>;

/** What communities are about; Discover offers these. */
export const communityCategories = [
  'hobbies',
  'games',
  'music',
  'sports',
  'food',
  'travel',
  'learning',
  'work',
  'technology',
  'local',
  'family',
  'other',
] as const;
export type CommunityCategory = (typeof communityCategories)[number];

/** Switches of a group or community that every member may know. Absent fields have the value of their kind of chat. */
export const chatSettingsSchema = z.object({
  rights: z.optional(rightsTableSchema),
  /** see {@link joinMode} */
  join: z.optional(z.int().check(z.minimum(0), z.maximum(3))),
  /** question to who asks to come in */
  ask: z.optional(z.string().check(z.maxLength(limits.joinQuestionMax))),
  rules: z.optional(z.string().check(z.maxLength(limits.rulesMax))),
  cat: z.optional(z.enum(communityCategories)),
  /** 1: Discover shows it */
  listed: z.optional(z.literal(1)),
  /** 1: strangers may read its newest messages before they come in */
  peek: z.optional(z.literal(1)),
  /** 1: joins and leaves write a line; groups always do */
  lines: z.optional(z.literal(1)),
  /** 1: only moderators and above may write */
  frozen: z.optional(z.literal(1)),
  /** the freeze ends by itself */
  frozenUntil: z.optional(timeSchema),
  /** a community that its owner closed: since when. Nobody writes, changes anything or comes in */
  over: z.optional(timeSchema),
  /** 1: only who may announce may write */
  ro: z.optional(z.literal(1)),
  /** seconds between two messages of one member; moderators and above are free */
  slow: z.optional(z.int().check(z.minimum(0), z.maximum(limits.slowModeMaxS))),
  /** minutes after the join in which a new member only reads */
  newRead: z.optional(z.int().check(z.minimum(0), z.maximum(limits.probationReadMaxMin))),
  /** hours after the join in which a new member sends no links */
  newLinks: z.optional(z.int().check(z.minimum(0), z.maximum(limits.probationLinksMaxH))),
});
export type ChatSettings = z.infer<typeof chatSettingsSchema>;

const field = chatSettingsSchema.shape;
/** Some switches of a chat and their new values; null gives a switch the value of its kind of chat back. */
export const chatSettingsChangeSchema = z.strictObject({
  rights: z.optional(z.nullable(rightsTableSchema)),
  join: z.optional(z.nullable(field.join)),
  ask: z.optional(z.nullable(field.ask)),
  rules: z.optional(z.nullable(field.rules)),
  cat: z.optional(z.nullable(field.cat)),
  listed: z.optional(z.nullable(field.listed)),
  peek: z.optional(z.nullable(field.peek)),
  lines: z.optional(z.nullable(field.lines)),
  frozen: z.optional(z.nullable(field.frozen)),
  ro: z.optional(z.nullable(field.ro)),
  slow: z.optional(z.nullable(field.slow)),
  newRead: z.optional(z.nullable(field.newRead)),
  newLinks: z.optional(z.nullable(field.newLinks)),
});
export type ChatSettingsChange = z.infer<typeof chatSettingsChangeSchema>;

/** Code with which strangers come in. Only those who run the chat know it; it is not part of the settings. */
export const joinCodeSchema = z.string().check(
  z.overwrite((text) => text.trim()),
  z.minLength(limits.joinCodeMin),
  z.maxLength(limits.joinCodeMax),
);

/** Name of a room: 1–40 characters after cleaning (see `cleanName`). */
export const roomTitleSchema = z
  .string()
  .check(z.overwrite(cleanName), z.minLength(1), z.maxLength(limits.roomTitleMax));
/** A room of a community, as its list says it. `ro`: only who may announce writes there. */
export const roomInfoSchema = z.object({
  c: chatIdSchema,
  title: z.string(),
  about: z.optional(z.string()),
  ro: z.optional(z.literal(1)),
});
export type RoomInfo = z.infer<typeof roomInfoSchema>;

/** A message on top of the chat. `ex`: it ends by itself. */
export const pinSchema = z.object({
  s: seqSchema,
  by: memberIdSchema,
  at: timeSchema,
  ex: z.optional(timeSchema),
});
export type Pin = z.infer<typeof pinSchema>;
