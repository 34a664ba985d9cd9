import * as z from 'zod/mini';
import { cleanName } from '#base/cleanName.ts';
import { chatIdSchema, memberIdSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { communityCategories } from './chatSettings.ts';
import { rowSchema } from './messages.ts';

/** Name of a member inside a community: 1–20 characters after cleaning (see `cleanName`), at least one of them a letter, digit or symbol. */
export const memberNameSchema = z.string().check(
  z.overwrite((text) => cleanName(text).replace(/\s+/g, ' ')),
  z.minLength(1),
  z.maxLength(limits.communityNameMax),
);

/** A community as somebody sees it who is not in it. */
export const communityCardSchema = z.object({
  c: chatIdSchema,
  title: z.string(),
  avatar: z.optional(z.string()),
  about: z.optional(z.string()),
  cat: z.optional(z.enum(communityCategories)),
  /** joined members, and the most there can be */
  cnt: z.int(),
  cap: z.int(),
  /** time of the newest message */
  b: timeSchema,
  /** how strangers come in, see `joinMode` */
  join: z.int(),
});
export type CommunityCard = z.infer<typeof communityCardSchema>;

/** What a stranger is shown before he comes in. `rows`: the newest messages where the community lets strangers read, with the names of who wrote them. */
export const communityPeekSchema = z.object({
  card: communityCardSchema,
  rules: z.optional(z.string()),
  ask: z.optional(z.string()),
  /** what I am to it: `member`, `waiting` for an approval, `refused` lately, `banned`, or nothing of these */
  me: z.optional(z.enum(['member', 'waiting', 'refused', 'banned'])),
  /** waiting: the name I asked under */
  nn: z.optional(z.string()),
  /** refused: when I can ask again */
  again: z.optional(timeSchema),
  rows: z.optional(z.array(rowSchema)),
  names: z.optional(z.array(z.tuple([memberIdSchema, z.string()]))),
});
export type CommunityPeek = z.infer<typeof communityPeekSchema>;
