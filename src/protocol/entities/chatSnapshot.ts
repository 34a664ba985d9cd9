import * as z from 'zod/mini';
import { cleanName } from '#base/cleanName.ts';
import { chatIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { chatMetaSchema, headSchema, roomNewsSchema, threadNewsSchema } from './chat.ts';
import { memSchema, meSchema } from './members.ts';

/** Title of a group: 1–60 characters after cleaning (see `cleanName`). */
export const groupTitleSchema = z
  .string()
  .check(z.overwrite(cleanName), z.minLength(1), z.maxLength(limits.groupTitleMax));

/** A chat as one member sees it now; `mem` (dm and group: all members) and `meta` come when the chat is new to the receiver or they changed. */
export const chatSnapshotSchema = z.object({
  h: headSchema,
  me: meSchema,
  meta: z.optional(chatMetaSchema),
  mem: z.optional(z.array(memSchema)),
  /** communities: where each of their rooms stands; absent = it has none */
  rooms: z.optional(z.array(roomNewsSchema)),
  /** threads of the chat in which people may still write, and that I may see; absent = there are none */
  threads: z.optional(z.array(threadNewsSchema)),
  /** my own standing in those rooms and threads that I have opened, written in, or am named in */
  seats: z.optional(z.array(z.tuple([chatIdSchema, meSchema]))),
});
export type ChatSnapshot = z.infer<typeof chatSnapshotSchema>;
