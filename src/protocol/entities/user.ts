import * as z from 'zod/mini';
import { cleanName } from '#base/cleanName.ts';
import { deviceIdSchema, revSchema, timeSchema, userIdSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** Lower-case handle: letters a–z, digits, underscore, dot. Input is lowered before it is checked. */
export const handleSchema = z.string().check(
  z.overwrite((text) => text.trim().toLowerCase().replace(/^@/, '')),
  z.minLength(limits.handleMin),
  z.maxLength(limits.handleMax),
  z.regex(/^[a-z0-9_.]+$/),
);
/** A name people see: 1–40 characters after cleaning (see `cleanName`), no control characters. */
export const displayNameSchema = z
  .string()
  .check(
    z.overwrite(cleanName),
    z.minLength(1),
    z.maxLength(limits.nameMax),
    z.regex(/^[^\p{Cc}\p{Cf}]+(?:\p{Cf}[^\p{Cc}\p{Cf}]*)*$/u),
  );
export const passwordSchema = z.string().check(z.minLength(limits.passwordMin), z.maxLength(limits.passwordMax));

/** A person as others may see them. `av`: a palette key `c0`…`c11` or a picture `m:<id>`. */
export const userCardSchema = z.object({
  id: userIdSchema,
  handle: z.optional(z.string()),
  name: z.string(),
  av: z.optional(z.string()),
  status: z.optional(z.string()),
  pv: z.int(),
});
export type UserCard = z.infer<typeof userCardSchema>;

export const contactSchema = z.object({
  u: userIdSchema,
  st: z.int(),
  alias: z.optional(z.string()),
  urev: revSchema,
  card: userCardSchema,
});
export type Contact = z.infer<typeof contactSchema>;

/** A setting of mine that follows me to every device; `val` is JSON text. */
export const prefSchema = z.object({ key: z.string(), val: z.string(), urev: revSchema });
export type Pref = z.infer<typeof prefSchema>;

/** One of my logged-in browsers. */
export const deviceInfoSchema = z.object({
  id: deviceIdSchema,
  name: z.string(),
  created: timeSchema,
  seen: timeSchema,
  current: z.boolean(),
});
export type DeviceInfo = z.infer<typeof deviceInfoSchema>;

/** Me, as the settings page shows it. */
export const accountSchema = z.object({
  id: userIdSchema,
  handle: z.string(),
  name: z.string(),
  av: z.optional(z.string()),
  status: z.optional(z.string()),
  pv: z.int(),
  admin: z.boolean(),
});
export type Account = z.infer<typeof accountSchema>;
