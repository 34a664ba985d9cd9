import * as z from 'zod/mini';
import { userIdSchema } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { carriedShape } from './carriedShape.ts';

/** Body of a contact card: an account that the sender has as a friend, or is. `x`: its name, `h`: its handle; the server writes both as they are when it is sent. */
export const personBodySchema = z.strictObject({
  u: userIdSchema,
  x: z.string().check(z.minLength(1), z.maxLength(limits.nameMax)),
  h: z.string().check(z.minLength(1), z.maxLength(limits.handleMax)),
  ...carriedShape,
});
export type PersonBody = z.infer<typeof personBodySchema>;
