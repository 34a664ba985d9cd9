import * as z from 'zod/mini';
import { chatIdSchema, cidSchema, memberIdSchema, seqSchema, timeSchema } from '../ids.ts';
import { limits } from '../limits.ts';

/** What a filter does with a message, mildest first: stored and queued for a look, held until somebody looks, refused with the reason, held and its sender muted. */
export const filterActions = ['flag', 'hide', 'block', 'mute'] as const;
export type FilterAction = (typeof filterActions)[number];
/** How a phrase meets a text: anywhere in it, as whole words (scripts without spaces: anywhere), or as all of it. */
export const phraseMatches = ['contains', 'word', 'only'] as const;
export type PhraseMatch = (typeof phraseMatches)[number];

const actionSchema = z.enum(filterActions);
/** minutes of a mute */
const minutesSchema = z.int().check(z.minimum(1), z.maximum(limits.muteMaxMs / 60_000));

export const filterPhraseSchema = z.strictObject({
  /** as written; 2 to 20 characters are left of it after folding */
  x: z.string().check(z.minLength(1), z.maxLength(limits.phraseRawMax)),
  m: z.enum(phraseMatches),
  do: actionSchema,
});
export type FilterPhrase = z.infer<typeof filterPhraseSchema>;

/** All rules of one chat. What is absent is off. */
export const moderationConfigSchema = z.strictObject({
  phrases: z.array(filterPhraseSchema).check(z.maxLength(limits.phrasesMax)),
  /** a phrase inside one of these is not caught */
  allow: z
    .array(z.string().check(z.minLength(1), z.maxLength(limits.allowRawMax)))
    .check(z.maxLength(limits.phrasesMax)),
  links: z.optional(actionSchema),
  /** links that lead into another chat or messenger */
  invites: z.optional(actionSchema),
  /** more than `n` messages in `s` seconds, or the same text `same` times in the last twenty */
  flood: z.optional(
    z.strictObject({
      n: z.int().check(z.minimum(2), z.maximum(20)),
      s: z.int().check(z.minimum(1), z.maximum(600)),
      same: z.int().check(z.minimum(2), z.maximum(20)),
      do: actionSchema,
    }),
  ),
  /** what the scorer gives from `at` points on, of 100 */
  score: z.optional(z.strictObject({ at: z.int().check(z.minimum(1), z.maximum(100)), do: actionSchema })),
  /** minutes of every mute by these rules; default 60 */
  mins: z.optional(minutesSchema),
  /** 1: act on nothing, only count */
  watch: z.optional(z.literal(1)),
});
export type ModerationConfig = z.infer<typeof moderationConfigSchema>;

/** Why a message was caught. `newLinks` is probation, `rejected` a moderator's word, `nameAll`: everybody was named here a moment ago, `x` then says in how many minutes one may again. */
export const reasonNames = [
  'phrase',
  'link',
  'invite',
  'flood',
  'repeat',
  'score',
  'shouting',
  'repetition',
  'spam',
  'newLinks',
  'rejected',
  'nameAll',
] as const;
export type ReasonName = (typeof reasonNames)[number];
/** `x`: the phrase of the list, or in an answer to the sender the part of his own text. */
export const reasonSchema = z.object({ r: z.enum(reasonNames), x: z.optional(z.string()) });
export type Reason = z.infer<typeof reasonSchema>;
/** Parts of a text that were caught: `[start, length]` in UTF-16 units. */
export const spansSchema = z.array(z.tuple([z.int(), z.int()]));

/** Switches of the chat that belong to moderation; absent ones stay, 0 is off. */
export const slowdownSchema = z.strictObject({
  slow: z.optional(z.int().check(z.minimum(0), z.maximum(limits.slowModeMaxS))),
  newRead: z.optional(z.int().check(z.minimum(0), z.maximum(limits.probationReadMaxMin))),
  newLinks: z.optional(z.int().check(z.minimum(0), z.maximum(limits.probationLinksMaxH))),
});

/** A message that waits for a moderator, or with `s` one that was let in and only marked. */
export const heldSchema = z.object({
  /** the room it is for; absent = the chat that was asked about */
  c: z.optional(chatIdSchema),
  u: memberIdSchema,
  i: cidSchema,
  s: z.optional(seqSchema),
  x: z.string(),
  why: z.array(reasonSchema),
  spans: spansSchema,
  at: timeSchema,
});
export type Held = z.infer<typeof heldSchema>;

export const reportReasons = ['spam', 'harassment', 'sexual', 'illegal', 'privacy', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];
/** What can follow from a report. */
export const reportActs = ['none', 'delete', 'mute', 'kick'] as const;
export type ReportAct = (typeof reportActs)[number];

/** A message of the evidence, as it stood when it was reported. */
export const evidenceRowSchema = z.object({ s: seqSchema, u: memberIdSchema, x: z.string(), at: timeSchema });
export type EvidenceRow = z.infer<typeof evidenceRowSchema>;

/** Everything that was reported about one message or one member. Who reported is in none of it. */
export const reportCaseSchema = z.object({
  /** the room it is about; absent = the chat that was asked about */
  c: z.optional(chatIdSchema),
  id: z.string(),
  /** the reported member */
  u: memberIdSchema,
  /** the reported message; absent when the member as such was reported */
  s: z.optional(seqSchema),
  rows: z.array(evidenceRowSchema),
  /** how many people reported it */
  count: z.int(),
  reasons: z.array(z.enum(reportReasons)),
  notes: z.array(z.string()),
  at: timeSchema,
  /** who looks after it */
  taken: z.optional(memberIdSchema),
  /** how it was closed, and by whom */
  act: z.optional(z.enum(reportActs)),
  by: z.optional(memberIdSchema),
});
export type ReportCase = z.infer<typeof reportCaseSchema>;

export const auditActions = [
  'mute',
  'unmute',
  'delete',
  'kick',
  'ban',
  'freeze',
  'thaw',
  'config',
  'slowdown',
  'approve',
  'reject',
  'report',
  'appeal',
  'unban',
  'settings',
  'rights',
  'undo',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Names of what a change of settings was about, in the order in which the log names them; `code`, `cap`, `hist` as in `chat.settings`. */
export const settingFields = [
  ...(['join', 'code', 'ask', 'rules', 'cat', 'listed', 'peek', 'cap', 'hist', 'lines'] as const),
  ...(['frozen', 'ro', 'slow', 'newRead', 'newLinks'] as const),
] as const;
export type SettingField = (typeof settingFields)[number];

/** One entry of the audit log. `by` absent: the filter. `until`: end of a mute or freeze. `fields`: which settings changed ({@link settingFields}). `undo`: 1 while it can be undone, 2 once it was. */
export const auditEntrySchema = z.object({
  id: z.string(),
  at: timeSchema,
  by: z.optional(memberIdSchema),
  what: z.string(),
  who: z.optional(memberIdSchema),
  s: z.optional(seqSchema),
  x: z.optional(z.string()),
  why: z.optional(z.array(reasonSchema)),
  until: z.optional(timeSchema),
  fields: z.optional(z.array(z.string())),
  undo: z.optional(z.int()),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** A plea of somebody who was muted, removed or banned. `st`: membership state now; `until`: end of the mute. */
export const appealSchema = z.object({
  id: z.string(),
  u: memberIdSchema,
  x: z.string(),
  at: timeSchema,
  st: z.int(),
  until: z.optional(timeSchema),
});
export type Appeal = z.infer<typeof appealSchema>;
