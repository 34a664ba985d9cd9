import { compileFilter, type Filter } from '#domain/moderation/compileFilter.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import { communityOf } from './communityOf.ts';
import type { Tx } from '../unit.ts';

/** Rules of chats without any. */
export const noRules: ModerationConfig = { phrases: [], allow: [] };

/** Filters made ready, by the id of their rules: an id is never used for other rules. */
const ready = new Map<number, Filter>();
const readyMax = 200;

/** The rules of a chat as they are stored. */
export async function loadConfig(tx: Tx, c: number): Promise<ModerationConfig> {
  const [row] = await tx.sql<{ config: string }>('SELECT config FROM moderation WHERE chat_id = ?', [c]);
  return row ? (JSON.parse(row.config) as ModerationConfig) : noRules;
}

/** The rules of a chat made ready. A chat that never had any costs nothing, one whose rules were used lately no statement. */
export async function loadFilter(
  tx: Tx,
  head: { chat_id: number; parent_id: number | null; mod_ver: number },
): Promise<Filter | undefined> {
  if (head.mod_ver === 0) return undefined;
  const known = ready.get(head.mod_ver);
  if (known) return known;
  const filter = compileFilter(await loadConfig(tx, communityOf(head)));
  const [oldest] = ready.keys();
  if (ready.size >= readyMax && oldest !== undefined) ready.delete(oldest);
  ready.set(head.mod_ver, filter);
  return filter;
}
