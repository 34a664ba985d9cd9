import * as z from 'zod/mini';
import { defineRequest } from '../defineRequest.ts';
import { deviceInfoSchema } from '../entities/user.ts';

/** My logged-in devices, most recently seen first. */
export const deviceList = defineRequest({
  name: 'device.list',
  kind: 'read',
  via: 'both',
  input: z.strictObject({}),
  output: z.object({ items: z.array(deviceInfoSchema) }),
  errors: [],
});
