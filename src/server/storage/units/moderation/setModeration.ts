import { canChangeSettings } from '#domain/permissions.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { AppError } from '#protocol/errors.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import { loadConfig } from '#server/storage/rows/loadFilter.ts';
import { randomId } from '#server/storage/rows/randomId.ts';
import { recordAct } from '#server/storage/rows/recordAct.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { act } from './act.ts';
import type { ActInput, ActOutcome } from './ActOutcome.ts';
import { changeSwitches, switchesOf } from './changeSwitches.ts';
import { checkConfig } from './checkConfig.ts';

type Slowdown = { [Name in 'slow' | 'newRead' | 'newLinks']?: number | undefined };
export interface SetModerationInput extends ActInput {
  config?: ModerationConfig | undefined;
  /** the version of the rules that the new ones were made from */
  v?: number | undefined;
  set?: Slowdown | undefined;
}

/** Changes the rules of a chat and its switches against floods. Throws NOT_MEMBER, FORBIDDEN, STALE, BAD. */
export const setModeration = writeUnit((tx, input: SetModerationInput): Promise<ActOutcome<{ r: number }>> =>
  act(tx, input, { name: 'moderation.set', may: canChangeSettings }, async (acting) => {
    const { c, config, set, v } = input;
    const by = acting.me.mid;
    if (config) {
      if (v !== undefined && v !== acting.head.mod_ver) throw new AppError('STALE');
      checkConfig(config);
      await recordAct(tx, { c, by, what: 'config', detail: { config: await loadConfig(tx, c) } });
      await storeConfig(tx, c, config);
    }
    if (set) {
      const before = switchesOf(acting);
      await recordAct(tx, { c, by, what: 'slowdown', detail: { set: before } });
      await changeSwitches(tx, acting, withSlowdown(before, set));
    }
    return { r: acting.head.rev };
  }),
);

/** Puts rules in force under a new id, so that no copy of the old ones is used any more. */
export async function storeConfig(tx: Tx, c: number, config: ModerationConfig): Promise<void> {
  // Not from the transaction's own ids: filters made ready are kept by it for the whole process, whatever database they came from.
  const version = randomId();
  await tx.sql(
    `INSERT INTO moderation (chat_id, version, config, changed_at) VALUES (?, ?, ?, ?)
      ON CONFLICT (chat_id) DO UPDATE SET version = excluded.version, config = excluded.config, changed_at = excluded.changed_at`,
    [c, version, JSON.stringify(config), tx.now],
  );
  await tx.sql('UPDATE chats SET mod_ver = ? WHERE id = ?', [version, c]);
}

/** 0 is off, and off is absent. */
function withSlowdown(before: ReturnType<typeof switchesOf>, set: Slowdown): ReturnType<typeof switchesOf> {
  const next: ChatSettings = { ...before };
  for (const name of ['slow', 'newRead', 'newLinks'] as const) {
    const value = set[name];
    if (value === 0) delete next[name];
    else if (value !== undefined) next[name] = value;
  }
  return next;
}
