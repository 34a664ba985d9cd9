import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { appManifestSchema, madeAppSchema } from '../entities/miniApps.ts';
import { appIdSchema, opIdSchema } from '../ids.ts';
/** Writes the draft of the next version; there is one at a time, and one that waits for a reviewer must be taken back first (FORBIDDEN). BAD: the address of its pages is not allowed (on the messenger's own site, not reachable from outside), or its files were never uploaded; `msg` says which. */
export const makerSave = defineRequest({
  name: 'maker.save',
  kind: 'command',
  via: 'both',
  input: z.strictObject({ app: appIdSchema, manifest: appManifestSchema, op: opIdSchema }),
  output: z.object({ app: madeAppSchema }),
  errors: ['NOT_FOUND', 'FORBIDDEN'],
});
