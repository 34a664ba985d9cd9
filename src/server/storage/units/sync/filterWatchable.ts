import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { UserId } from '#protocol/ids.ts';
import { maySeePresence, presencePref } from '#domain/presenceRules.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';

interface PairRow {
  readonly watcher: UserId;
  readonly person: UserId;
  /** what the person has made of the watcher; null: nothing */
  readonly relation: number | null;
  readonly has_chat: number;
  /** JSON text of the setting */
  readonly audience: string | null;
}

/** Whom of these the asker may watch. The rule is `maySeePresence`. */
export const filterWatchable = readUnit(async (tx, input: { user: UserId; ids: UserId[] }): Promise<UserId[]> => {
  const rows = await loadPairs(tx, [input.user], input.ids);
  return rows.filter(isAllowed).map(({ person }) => person);
});

/** Which of these people may watch somebody. */
export const filterWatchers = readUnit(async (tx, input: { user: UserId; watchers: UserId[] }): Promise<UserId[]> => {
  const rows = await loadPairs(tx, input.watchers, [input.user]);
  return rows.filter(isAllowed).map(({ watcher }) => watcher);
});

async function loadPairs(tx: Tx, watchers: readonly UserId[], people: readonly UserId[]): Promise<PairRow[]> {
  if (watchers.length === 0 || people.length === 0) return [];
  return await tx.sql<PairRow>(
    `SELECT w.id AS watcher, u.id AS person, k.state AS relation, p.val AS audience,
       CASE WHEN EXISTS (SELECT 1 FROM members a JOIN members b ON b.chat_id = a.chat_id
         JOIN chats d ON d.id = a.chat_id AND d.kind = ${chatKind.dm}
         WHERE a.user_id = w.id AND b.user_id = u.id AND a.state = ${memberState.joined}) THEN 1 ELSE 0 END AS has_chat
     FROM users w JOIN users u ON u.id <> w.id
     LEFT JOIN contacts k ON k.user_id = u.id AND k.peer_id = w.id
     LEFT JOIN user_prefs p ON p.user_id = u.id AND p.key = '${presencePref}'
     WHERE w.id IN (${placeholders(watchers.length)}) AND u.id IN (${placeholders(people.length)})
       AND u.deleted_at IS NULL`,
    [...watchers, ...people],
  );
}

function isAllowed({ relation, has_chat: hasChat, audience }: PairRow): boolean {
  return maySeePresence(audience === null ? undefined : readWord(audience), {
    isFriend: relation === contactState.friend,
    isBlocked: relation === contactState.blocked,
    hasChat: hasChat === 1,
  });
}

/** A text that is not a word of JSON stands for a word that nobody knows. */
function readWord(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}
