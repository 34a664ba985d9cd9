import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { Tx } from '#server/storage/unit.ts';
import { writeHead } from '#server/storage/rows/writeHead.ts';
import type { Acting } from './act.ts';

type Switches = Pick<ChatSettings, 'frozen' | 'frozenUntil' | 'slow' | 'newRead' | 'newLinks'>;
const names = ['frozen', 'frozenUntil', 'slow', 'newRead', 'newLinks'] as const;

/** The switches of moderation as they are. */
export function switchesOf(acting: Acting): Switches {
  const set = acting.standing.set ?? {};
  return Object.fromEntries(names.flatMap((name) => (set[name] === undefined ? [] : [[name, set[name]]])));
}

/** Replaces the switches of moderation in the settings that every member knows; others stay. Answers the new rev. */
export async function changeSwitches(tx: Tx, { head, standing }: Acting, next: Switches): Promise<number> {
  const rest: ChatSettings = { ...standing.set };
  for (const name of names) delete rest[name];
  const set: ChatSettings = { ...rest, ...next };
  head.rev += 1;
  head.settings = JSON.stringify(set);
  await tx.sql('UPDATE chats SET settings = ?, rev = ? WHERE id = ?', [head.settings, head.rev, head.chat_id]);
  await writeHead(tx, head);
  return head.rev;
}
