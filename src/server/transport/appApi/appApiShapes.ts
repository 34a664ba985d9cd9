import * as z from 'zod/mini';
import { cardWordsSchema } from '#protocol/entities/appCards.ts';
import { pictureSchema } from '#protocol/entities/media.ts';
import { timeSchema } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';

/*
 * What servers of mini-apps send and get. Each route of the HTTP API is made of these, and so is its description.
 */

/** Longest text of a service message. */
export const serviceTextMax = 2_000;
/** Longest wait for updates, s. */
export const waitMaxS = 25;

const digits = (max: number) =>
  z.pipe(
    z.string().check(z.regex(new RegExp(String.raw`^\d{1,${max}}$`))),
    z.transform((text) => Number(text)),
  );
const text = (max: number) =>
  z.string().check(
    z.refine((words) => words.trim() !== '' && !words.includes('\0'), 'says nothing'),
    z.minLength(1),
    z.maxLength(max),
  );

/** Number by which the maker of an app knows a person. */
const personSchema = z.int().check(z.positive());
/** The same in a path. */
const personPathSchema = digits(15);
const cardIdSchema = z.string().check(z.regex(/^[\w-]{22}$/));
const valueKeySchema = z.string().check(z.minLength(1), z.maxLength(limits.appKeyMax), z.regex(/^[A-Za-z0-9_-]+$/));

/** Chosen by the caller, for one call and its repeats. */
export const idempotencyKeySchema = z.string().check(z.minLength(1), z.maxLength(64), z.regex(/^[\x21-\x7e]+$/));

export const noShape = z.object({});
export const initDataShape = z.strictObject({ data: z.string().check(z.minLength(1), z.maxLength(8_192)) });
export const launchShape = z.object({
  person: personSchema,
  name: z.optional(z.string()),
  language: z.optional(z.string()),
  start: z.optional(z.string()),
  chat: z.optional(z.string()),
  q: z.string(),
});
export const messageShape = z.strictObject({
  person: personSchema,
  text: text(serviceTextMax),
  card: z.optional(cardWordsSchema),
  silent: z.optional(z.boolean()),
});
export const messageAnswerShape = z.object({ left: z.int(), card: z.optional(cardIdSchema) });
export const newCardShape = z.strictObject({ person: personSchema, words: cardWordsSchema });
export const newCardAnswerShape = z.object({ id: cardIdSchema });
export const cardChangeShape = z.strictObject({ words: cardWordsSchema });
export const cardVersionShape = z.object({ v: z.int() });
export const cardStateShape = z.object({ v: z.int(), shared: z.int() });
export const cardPathShape = z.strictObject({ id: cardIdSchema });
export const pictureAnswerShape = z.object({ picture: pictureSchema });
export const personPathShape = z.strictObject({ person: personPathSchema });
export const valuePathShape = z.strictObject({ person: personPathSchema, key: valueKeySchema });
export const keysAnswerShape = z.object({ keys: z.array(valueKeySchema) });
export const valueShape = z.strictObject({
  value: z.string().check(z.refine((value) => !value.includes('\0'), 'holds a NUL')),
});
export const valueAnswerShape = z.object({ value: z.string() });
export const updatesQueryShape = z.strictObject({
  after: z.optional(digits(15)),
  wait: z.optional(
    z.pipe(digits(2), z.number().check(z.refine((seconds) => seconds <= waitMaxS, `at most ${waitMaxS}`))),
  ),
});
export const updatesShape = z.object({
  updates: z.array(
    z.object({ id: z.int(), person: personSchema, kind: z.literal('data'), data: z.string(), at: timeSchema }),
  ),
});
/** A refusal (RFC 9457). `code`: the word to branch on. */
export const problemShape = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
});
