import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { cardBodySchema } from '../entities/appCards.ts';
import { appIdSchema } from '../ids.ts';

/** A card that an app has prepared for me, as it would be posted. NOT_FOUND: no such card, or not for me. GONE: it is too old. */
export const appCard = defineRequest({
  name: 'app.card',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, card: z.string().check(z.maxLength(64)) }),
  output: z.object({ body: cardBodySchema }),
  errors: ['NOT_FOUND', 'GONE'],
});
