import * as z from 'zod/mini';
import { chatIdSchema, memberIdSchema, timeSchema } from '../ids.ts';
import { guardedKinds } from './guardedKinds.ts';

/** Client- or server-made id of an act. */
export const actIdSchema = z.uuid().brand<'ActId'>();
export type ActId = z.infer<typeof actIdSchema>;

/**
 * An act of a group or community that waits for a second admin (`due` is there) or that can be undone (`until` is there), as somebody sees who may decide
 * about it. What one person does of one kind within ten minutes is one act.
 */
export const guardedActSchema = z.object({
  id: actIdSchema,
  /** it happened in this room of the community, and is undone there */
  room: z.optional(chatIdSchema),
  kind: z.enum(guardedKinds),
  by: memberIdSchema,
  /** when it was asked for or begun */
  at: timeSchema,
  /** people or messages it concerns; 1 for a rename and for closing */
  n: z.int(),
  /** the people, at most 100 of them; absent for messages and renames */
  who: z.optional(z.array(memberIdSchema)),
  /** 1: the people are banned too */
  ban: z.optional(z.literal(1)),
  /** a rename that can be undone: the name it had before */
  title: z.optional(z.string()),
  /** it happens by itself then */
  due: z.optional(timeSchema),
  /** it can be undone until then */
  until: z.optional(timeSchema),
  /** 1: I may approve it */
  ok: z.optional(z.literal(1)),
});
export type GuardedAct = z.infer<typeof guardedActSchema>;
