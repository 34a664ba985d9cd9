import { foldText } from '#domain/foldText.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { Tx } from '../unit.ts';

/** Brings what Discover knows of a community up to date with its row; part of every change of title, description or settings. */
export async function saveListing(
  tx: Tx,
  chat: { id: number; title: string | null; about: string | null; settings: string },
): Promise<void> {
  const set = JSON.parse(chat.settings) as ChatSettings;
  if (set.listed !== 1 || set.over !== undefined) {
    await tx.sql('DELETE FROM listings WHERE chat_id = ?', [chat.id]);
    return;
  }
  const title = foldText(chat.title ?? '');
  await tx.sql(
    `INSERT INTO listings (chat_id, category, name_key, search_text) VALUES (?, ?, ?, ?)
      ON CONFLICT (chat_id) DO UPDATE SET category = excluded.category, name_key = excluded.name_key, search_text = excluded.search_text`,
    [chat.id, set.cat ?? null, title, `${title}\n${foldText(chat.about ?? '')}`],
  );
}
