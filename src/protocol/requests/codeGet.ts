import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { joinCodeSchema } from '../entities/chatSettings.ts';
import { chatIdSchema } from '../ids.ts';

/** The code with which strangers come into a chat; absent: it has none. For those who may change its settings. */
export const codeGet = defineRequest({
  name: 'code.get',
  kind: 'read',
  via: 'both',
  input: z.strictObject({ c: chatIdSchema }),
  output: z.object({ code: z.optional(joinCodeSchema) }),
  errors: ['NOT_MEMBER', 'FORBIDDEN'],
});
