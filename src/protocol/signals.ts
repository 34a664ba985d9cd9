import * as z from 'zod/mini';
import { hiddenSchema } from './entities/hidden.ts';
import { keptSchema } from './entities/kept.ts';
import { chatSnapshotSchema } from './entities/chatSnapshot.ts';
import { chatMetaSchema, deltaSchema, headSchema, roomNewsSchema, threadNewsSchema } from './entities/chat.ts';
import { readStateSchema, receiptStepsSchema } from './entities/receipt.ts';
import { contactSchema, prefSchema } from './entities/user.ts';
import { errorCodeSchema } from './errorCodeSchema.ts';
import { appIdSchema, chatIdSchema, memberIdSchema, revSchema, seqSchema, timeSchema, userIdSchema } from './ids.ts';

/**
 * Events the server pushes through the `signal` door as `[name, data]`. Chat content never travels here: that is the `delta` door's
 * (`Delta[]`). A lost signal is repaired by the next `sync.open`, `tick` or `resync`.
 */
export const serverSignals = {
  /** First event of a connection: `t` server time, `gen` data generation, `eps` other addresses of the service, `spread` ms to spread reconnects over, `exp` end of the access token. */
  hello: z.object({
    sid: z.string(),
    node: z.string(),
    t: timeSchema,
    gen: z.string(),
    proto: z.int(),
    eps: z.array(z.string()),
    spread: z.int(),
    exp: timeSchema,
  }),
  /** Newer heads of chats whose deltas this connection does not get. */
  head: z.array(headSchema),
  /** News of a community for who does not show it: where those of its rooms stand that changed; its `meta`, and with it the list of its rooms, when that changed. Of every chat: where those of its threads stand in which something was written. */
  rooms: z.object({
    c: chatIdSchema,
    news: z.optional(z.array(roomNewsSchema)),
    threads: z.optional(z.array(threadNewsSchema)),
    meta: z.optional(chatMetaSchema),
  }),
  /** My read state changed, here or on another device of mine. */
  rd: z.array(readStateSchema),
  /** Receipt steps of an open chat; a higher `v` replaces a lower one. */
  rc: z.object({ c: chatIdSchema, v: z.int(), steps: receiptStepsSchema }),
  /** The other person of a 1:1 chat has read up to `rs`. */
  pr: z.object({ c: chatIdSchema, u: memberIdSchema, rs: seqSchema, at: timeSchema }),
  /** Changes of mine after user rev `a` up to `u`: contacts, settings, chats I joined or whose settings changed, chats I left. */
  ue: z.object({
    a: revSchema,
    u: revSchema,
    set: z.object({
      contacts: z.optional(z.array(contactSchema)),
      prefs: z.optional(z.array(prefSchema)),
      hidden: z.optional(z.array(hiddenSchema)),
      keeps: z.optional(z.array(keptSchema)),
      chats: z.optional(z.array(chatSnapshotSchema)),
      gone: z.optional(z.array(chatIdSchema)),
    }),
  }),
  /** My request to come into this chat was declined. Being let in needs no word of its own: the chat comes with `ue`. */
  declined: z.object({ c: chatIdSchema }),
  /** A member of a community of mine asks to connect: `connect.list` says who. */
  asked: z.object({}),
  /** A mini-app changed for everybody: `st` as in `appState`. One that is no longer live closes wherever it is open. */
  app: z.object({ app: appIdSchema, st: z.int() }),
  /** Who is typing in an open chat, at most three; each entry ends by itself after 6 s. */
  typing: z.object({ c: chatIdSchema, us: z.array(memberIdSchema), more: z.optional(z.int()) }),
  /** Presence of watched people: `[user, 0 away | 1 here, last seen]`. */
  pres: z.array(z.tuple([userIdSchema, z.int(), z.optional(timeSchema)])),
  /** Audit of the open chats: their true revs. `on`, for the one community in `heads`: how many of its members are here now. */
  tick: z.object({ t: timeSchema, heads: z.array(z.tuple([chatIdSchema, revSchema])), on: z.optional(z.int()) }),
  /** Ask again, after a random time below `in` ms. */
  resync: z.object({ scope: z.enum(['all', 'me', 'chat']), c: z.optional(chatIdSchema), in: z.int() }),
  /** This node stops or has too much to do: connect elsewhere, then close. `in`: ms until it is gone; `back`: ms until it expects to be back. */
  goaway: z.object({
    why: z.string(),
    in: z.int(),
    spread: z.int(),
    eps: z.array(z.string()),
    back: z.optional(z.int()),
  }),
  /** The connection is over. `conn`: the connection that won, with ELSEWHERE. */
  kick: z.object({ code: errorCodeSchema, conn: z.optional(z.string()) }),
} as const;
export type ServerSignalName = keyof typeof serverSignals;
export type ServerSignalData<Name extends ServerSignalName> = z.infer<(typeof serverSignals)[Name]>;
/** One signal as the engine receives it. */
export type ServerSignal = {
  [Name in ServerSignalName]: { name: Name; data: ServerSignalData<Name> };
}[ServerSignalName];

/** Events a client sends through the `signal` door; never stored, never answered, dropped when unwelcome. */
export const clientSignals = {
  /** I am typing; at most one per 3 s and chat. */
  typing: z.strictObject({ c: chatIdSchema }),
} as const;
export type ClientSignalName = keyof typeof clientSignals;
export type ClientSignalData<Name extends ClientSignalName> = z.infer<(typeof clientSignals)[Name]>;

/** The `delta` door: one or more chats' changes, oldest first per chat. */
export const deltaEventSchema = z.array(deltaSchema);
