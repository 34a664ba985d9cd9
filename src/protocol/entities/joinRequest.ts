import * as z from 'zod/mini';
import { memberIdSchema, timeSchema } from '../ids.ts';

/** Somebody who waits to be let in. `u`: the member id he will have. In a community nothing here says which account it is. */
export const joinRequestSchema = z.object({
  u: memberIdSchema,
  name: z.string(),
  /** groups only */
  handle: z.optional(z.string()),
  av: z.optional(z.string()),
  note: z.optional(z.string()),
  at: timeSchema,
});
export type JoinRequest = z.infer<typeof joinRequestSchema>;
