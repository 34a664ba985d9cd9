import * as z from 'zod/mini';
import { memberIdSchema, timeSchema } from '../ids.ts';

/** Secret of an invite link: the server makes 128 random bits (22 characters); whatever else fits is simply unknown. */
export const linkCodeSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{8,64}$/));

/** A link that lets people into a chat, as members who may invite see it. */
export const inviteLinkSchema = z.object({
  code: linkCodeSchema,
  /** who made it */
  by: memberIdSchema,
  at: timeSchema,
  /** when it ends; absent = never */
  ex: z.optional(timeSchema),
  /** people who have used it, those who still wait included */
  uses: z.int(),
  /** how many may; absent = any number */
  max: z.optional(z.int()),
});
export type InviteLink = z.infer<typeof inviteLinkSchema>;

/** Where a person stands towards a chat that a link leads to. `refused`: cannot ask again yet. */
export const linkStandings = ['out', 'in', 'waiting', 'refused', 'banned'] as const;
export type LinkStanding = (typeof linkStandings)[number];
