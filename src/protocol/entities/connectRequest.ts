import * as z from 'zod/mini';
import { chatIdSchema, memberIdSchema, timeSchema } from '../ids.ts';

/** Somebody of a community who wants to know me outside of it. Nothing here says which account it is. */
export const connectRequestSchema = z.object({
  c: chatIdSchema,
  /** name of the community */
  title: z.string(),
  u: memberIdSchema,
  /** the name of the asking member there, and the face */
  nn: z.string(),
  av: z.optional(z.string()),
  at: timeSchema,
});
export type ConnectRequest = z.infer<typeof connectRequestSchema>;
