import {
  auditActions,
  filterActions,
  phraseMatches,
  reportReasons,
  settingFields,
  type AuditAction,
  type FilterAction,
  type PhraseMatch,
  type ReportReason,
  type SettingField,
} from '#protocol/entities/moderation.ts';
import { limits } from '#protocol/limits.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';

/** What a filter can do, mildest first; the order in which screens offer it. */
export const filterChoices: readonly FilterAction[] = filterActions;
/** Ways in which a phrase can meet a text. */
export const matchChoices: readonly PhraseMatch[] = phraseMatches;
/** What can be wrong with a message or member. */
export const reportChoices: readonly ReportReason[] = reportReasons;
/** Entries of the log that this version has words for. */
export const knownActs: readonly AuditAction[] = auditActions;
/** Settings of which an entry of the log can say that they changed. */
export const knownFields: readonly SettingField[] = settingFields;

/** Sizes that forms of moderation keep to. */
export const moderationLimits = {
  note: limits.noteMax,
  phraseRaw: limits.phraseRawMax,
  allowRaw: limits.allowRawMax,
  phraseMin: limits.phraseMin,
  phraseMax: limits.phraseMax,
} as const;

/** How somebody came to be out of a chat. */
export const wayOut = (state: number): 'left' | 'removed' | 'banned' =>
  state === memberState.banned ? 'banned' : state === memberState.kicked ? 'removed' : 'left';

/** Whether members are known by what the chat says of them alone. */
export const hidesAccounts = (kind: number): boolean => kind === chatKind.community;
