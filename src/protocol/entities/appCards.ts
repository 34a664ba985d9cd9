import * as z from 'zod/mini';
import { appIdSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';
import { pictureSchema } from './media.ts';

/** A line of a card: no control characters, and none that turn the reading direction. */
const lineSchema = (max: number) =>
  z.string().check(
    z.overwrite((text) => text.trim()),
    z.minLength(1),
    z.maxLength(max),
    z.regex(/^[^\p{Cc}\u202A-\u202E\u2066-\u2069]+$/u),
  );

/** What a press does: opens the app with a parameter, opens a page of the web in a new tab after a question, or writes a text into the chat in the person's name. */
export const cardButtonSchema = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('open'),
    label: lineSchema(limits.cardLabelMax),
    start: z.optional(z.string().check(z.maxLength(limits.appStartMax), z.regex(/^[\w-]*$/))),
  }),
  z.strictObject({
    do: z.literal('link'),
    label: lineSchema(limits.cardLabelMax),
    url: z.url({ protocol: /^https$/ }).check(z.maxLength(1_000)),
  }),
  z.strictObject({ do: z.literal('text'), label: lineSchema(limits.cardLabelMax), text: lineSchema(200) }),
]);
export type CardButton = z.infer<typeof cardButtonSchema>;

/**
 * What a mini-app says on a card. `facts`: a label and a value each, such as "Your number" and "A-47". `share`: how far something is, 0–1. `mark`: a short state, such as
 * "Not opened". `line`: values over time, drawn as a small chart between the labels `from` and `to`. `code`: something to copy. `live`: it changes by itself.
 */
export const cardWordsSchema = z.strictObject({
  title: lineSchema(limits.cardTitleMax),
  text: z.optional(lineSchema(limits.cardTextMax)),
  picture: z.optional(pictureSchema),
  facts: z.optional(
    z
      .array(z.strictObject({ label: lineSchema(limits.cardLabelMax), value: lineSchema(limits.cardLabelMax) }))
      .check(z.maxLength(3)),
  ),
  share: z.optional(z.number().check(z.minimum(0), z.maximum(1))),
  mark: z.optional(
    z.strictObject({ label: lineSchema(limits.cardLabelMax), tone: z.enum(['plain', 'good', 'warn', 'off']) }),
  ),
  line: z.optional(
    z.strictObject({
      values: z.array(z.number()).check(z.minLength(2), z.maxLength(90)),
      from: lineSchema(limits.cardLabelMax),
      to: lineSchema(limits.cardLabelMax),
    }),
  ),
  code: z.optional(z.strictObject({ label: lineSchema(limits.cardLabelMax), value: lineSchema(limits.cardLabelMax) })),
  live: z.optional(z.literal(1)),
  buttons: z.optional(z.array(cardButtonSchema).check(z.maxLength(3))),
});
export type CardWords = z.infer<typeof cardWordsSchema>;

/** Body of a message that is a card. `x`: words for whoever cannot show it, and for the list. `v`: goes up with each change. `at`: of the last one. */
export const cardBodySchema = z.object({
  x: z.string(),
  app: appIdSchema,
  card: z.string(),
  v: z.int(),
  at: timeSchema,
  words: cardWordsSchema,
});
export type CardBody = z.infer<typeof cardBodySchema>;
