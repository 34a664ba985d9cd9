import * as z from 'zod/mini';
import { chatIdSchema, cidSchema, seqSchema, timeSchema } from '#protocol/ids.ts';
import { messageKind } from '../messageKind.ts';
import { mediaBodySchema, type MediaBody } from './mediaBody.ts';
import { personBodySchema, type PersonBody } from './personBody.ts';
import { placeBodySchema, type PlaceBody } from './placeBody.ts';
import { pollBodySchema, type PollBody } from './pollBody.ts';
import { stickerBodySchema, type StickerBody } from './stickerBody.ts';
import { textBodySchema, type TextBody } from './textBody.ts';

/** Where a forwarded message is. `n`: 1: with the name of who wrote it. */
export const forwardSchema = z.strictObject({ c: chatIdSchema, s: seqSchema, n: z.optional(z.literal(1)) });
export type Forward = z.infer<typeof forwardSchema>;

/** Kinds and bodies that people send. */
export interface SentBodies {
  [messageKind.text]: TextBody;
  [messageKind.sticker]: StickerBody;
  [messageKind.media]: MediaBody;
  [messageKind.poll]: PollBody;
  [messageKind.person]: PersonBody;
  [messageKind.place]: PlaceBody;
}
export type SentKind = keyof SentBodies;
export type SentBody = SentBodies[SentKind];

const itemOf = <Kind extends SentKind, Body extends z.ZodMiniType>(kind: Kind, body: Body) =>
  z.strictObject({
    i: cidSchema,
    k: z.literal(kind),
    b: body,
    re: z.optional(seqSchema),
    fw: z.optional(forwardSchema),
    /** client time, ms; kept for diagnostics only */
    ct: z.optional(timeSchema),
  });

/** One message to send: `i`: client-made id, `k`: its kind, `b`: its body, `re`: seq of the message it replies to. Of a forwarded one (`fw`) the server takes the body from where it is; the one that is sent tells two tries apart. */
export const sentMessageSchema = z.discriminatedUnion('k', [
  itemOf(messageKind.text, textBodySchema),
  itemOf(messageKind.sticker, stickerBodySchema),
  itemOf(messageKind.media, mediaBodySchema),
  itemOf(messageKind.poll, pollBodySchema),
  itemOf(messageKind.person, personBodySchema),
  itemOf(messageKind.place, placeBodySchema),
]);
export type SentMessage = z.infer<typeof sentMessageSchema>;
