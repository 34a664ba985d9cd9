import { canModerate } from '#domain/permissions.ts';
import type { ModerationConfig } from '#protocol/entities/moderation.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { dayOf } from '#server/storage/rows/dayOf.ts';
import { loadConfig } from '#server/storage/rows/loadFilter.ts';
import { readUnit } from '#server/storage/unit.ts';
import { readModerator } from './readModerator.ts';

const hitDaysMs = 30 * 24 * 3_600_000;

/** The rules of a chat, its switches, and what each rule caught in the last 30 days. Throws NOT_MEMBER, FORBIDDEN. */
export const getModeration = readUnit(async (tx, { c, user }: { c: ChatId; user: UserId }) => {
  const { chat } = await readModerator(tx, c, user, canModerate);
  const { slow, newRead, newLinks } = JSON.parse(chat.settings) as ChatSettings;
  const config: ModerationConfig = await loadConfig(tx, c);
  const rows = await tx.sql<{ rule: string; hits: number }>(
    'SELECT rule, CAST(sum(hits) AS bigint) AS hits FROM moderation_hits WHERE chat_id = ? AND day >= ? GROUP BY rule ORDER BY rule',
    [c, dayOf(Math.max(0, tx.now - hitDaysMs))],
  );
  return {
    config,
    v: chat.mod_ver,
    set: {
      ...(slow === undefined ? {} : { slow }),
      ...(newRead === undefined ? {} : { newRead }),
      ...(newLinks === undefined ? {} : { newLinks }),
    },
    hits: rows.map(({ rule, hits }): [string, number] => [rule, hits]),
  };
});
