import type { AuditAction, Reason, SettingField } from '#protocol/entities/moderation.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { Tx } from '../unit.ts';

/** What an entry of the log says beside who did what to whom, and what an undo needs. */
export interface ActDetail {
  /** the message it was about */
  s?: number;
  /** its beginning, or what a moderator wrote */
  x?: string;
  why?: Reason[];
  /** end of a mute or freeze, ms */
  until?: number;
  /** id of a held message */
  cid?: string;
  /** rules before the change */
  config?: ModerationConfig;
  /** switches before the change */
  set?: Pick<ChatSettings, 'frozen' | 'frozenUntil' | 'slow' | 'newRead' | 'newLinks'>;
  /** which settings changed */
  fields?: SettingField[];
  /** what it was before, ms: end of an earlier mute */
  was?: number;
}
/** An act of a moderator or, without `by`, of the filter. Persons are member ids. */
export interface Act {
  c: number;
  by?: number;
  what: AuditAction;
  who?: number;
  detail?: ActDetail;
}

/** Writes an act into the log of its chat, in the transaction that does it. */
export async function recordAct(tx: Tx, { c, by, what, who, detail = {} }: Act): Promise<void> {
  await tx.sql(
    'INSERT INTO audit_log (id, at, actor_id, action, chat_id, target_id, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
    [tx.ids.uuid(), tx.now, by ?? null, what, c, who ?? null, JSON.stringify(detail)],
  );
}

/** The beginning of a text, as the log keeps it. */
export const excerptOf = (text: string): string => (text.length > 120 ? `${text.slice(0, 119)}…` : text);
