import * as z from 'zod/mini';

/*
 * Ids are numbers below 2^53 (random, not enumerable) or UUIDs. Each has a brand of its own so that two of them cannot be swapped by mistake.
 */

/** An account. Never appears inside a chat-scoped field: those hold a {@link MemberId}. */
export const userIdSchema = z.int().check(z.positive()).brand<'UserId'>();
export type UserId = z.infer<typeof userIdSchema>;

/** A person inside one chat. Equals the user id in dm, group and official chats; a random id in communities, where the account stays hidden. */
export const memberIdSchema = z.int().check(z.positive()).brand<'MemberId'>();
export type MemberId = z.infer<typeof memberIdSchema>;

export const chatIdSchema = z.int().check(z.positive()).brand<'ChatId'>();
export type ChatId = z.infer<typeof chatIdSchema>;

/** A mini-app: also the first label of the address it runs at, so letters, digits and single hyphens. Chosen by its maker; a used one is never given away again. */
export const appIdSchema = z
  .string()
  .check(z.minLength(3), z.maxLength(32), z.regex(/^[a-z](?:-?[a-z0-9])+$/))
  .brand<'AppId'>();
export type AppId = z.infer<typeof appIdSchema>;

/** Made by the server at sign-up or login; one session each. */
export const deviceIdSchema = z.uuid().brand<'DeviceId'>();
export type DeviceId = z.infer<typeof deviceIdSchema>;

/** Client-made id of a message (UUIDv7), unique per chat and sender: the key of exactly-once sending. */
export const cidSchema = z.uuid().brand<'Cid'>();
export type Cid = z.infer<typeof cidSchema>;

/** Client-made id of something that a person keeps for himself. */
export const keepIdSchema = z.uuid().brand<'KeepId'>();
export type KeepId = z.infer<typeof keepIdSchema>;

/** Client-made id of every other command; a repeat is answered with the stored result. */
export const opIdSchema = z.uuid().brand<'OpId'>();
export type OpId = z.infer<typeof opIdSchema>;

/** Position of a message in its chat: the rev that created it. */
export const seqSchema = z.int().check(z.nonnegative());
/** Change number of a chat: dense, in commit order. */
export const revSchema = z.int().check(z.nonnegative());
/** Milliseconds since 1970, server clock. */
export const timeSchema = z.int().check(z.nonnegative());
