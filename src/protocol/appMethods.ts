import * as z from 'zod/mini';
import { limits } from './limits.ts';

const keySchema = z.string().check(z.minLength(1), z.maxLength(limits.appKeyMax), z.regex(/^[A-Za-z0-9_-]+$/));
const keysSchema = z.array(keySchema).check(z.maxLength(limits.appKeysMax));
/** Text that every database keeps. How many bytes it may have is checked where it is written. */
const valueSchema = z.string().check(z.refine((text) => !text.includes('\0'), 'holds a NUL'));

/** Custom methods that pages call by `web_app_invoke_custom_method`, with the shape of their parameters. Names and shapes are those pages know already; what else is in the parameters is dropped. */
export const appMethods = {
  getStorageKeys: z.unknown(),
  getStorageValues: z.object({
    keys: z.union([
      keysSchema,
      z.pipe(
        keySchema,
        z.transform((key) => [key]),
      ),
    ]),
  }),
  saveStorageValue: z.object({ key: keySchema, value: valueSchema }),
  deleteStorageValues: z.object({ keys: keysSchema }),
  getRequestedContact: z.unknown(),
} as const;
export type AppMethod = keyof typeof appMethods;
