import { AppError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';
import { forUpdate } from './forUpdate.ts';
import { loadRoomFrame } from './roomFrame.ts';
import type { HeadRow } from './rowTypes.ts';

/** The head of a chat under lock, with what every change needs of the chat itself. A unit changes it in place and stores it with `writeHead`. */
export interface LockedHead extends HeadRow {
  kind: number;
  parent_id: number | null;
  member_cap: number;
  history_days: number | null;
  /** JSON of ChatSettings */
  settings: string;
  /** id of the moderation rules; 0: there never were any */
  mod_ver: number;
}

const text =
  'SELECT h.*, c.kind, c.parent_id, c.member_cap, c.history_days, c.settings, c.mod_ver FROM chat_heads h JOIN chats c ON c.id = h.chat_id WHERE h.chat_id = ?';

/**
 * Takes the lock under which every change of a chat happens. It comes before any other lock (order: head, members, user heads) and no transaction takes two.
 * An unknown chat looks like one I am not in, and so does a closed room: NOT_MEMBER. Rules and floor of a room are its community's.
 */
export async function lockHead(tx: Tx, c: ChatId): Promise<LockedHead> {
  const [head] = await tx.sql<LockedHead>(text + forUpdate(tx, 'h'), [c]);
  if (!head) throw new AppError('NOT_MEMBER');
  if (head.parent_id !== null) Object.assign(head, await loadRoomFrame(tx, head));
  return head;
}
