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
  /** threads: the message it hangs on */
  root_chat: number | null;
  root_seq: number | null;
  /** threads: whether everybody of the chat may see that message */
  is_shared?: boolean;
  /** rooms and threads: rev of the newest change of the members of the chat around, as of which that is so */
  around_mr?: number;
  member_cap: number;
  history_days: number | null;
  /** JSON of ChatSettings */
  settings: string;
  /** id of the moderation rules; 0: there never were any */
  mod_ver: number;
}

const chatColumns = 'c.kind, c.parent_id, c.root_chat, c.root_seq, c.member_cap, c.history_days, c.settings, c.mod_ver';
const text = `SELECT h.*, ${chatColumns} FROM chat_heads h JOIN chats c ON c.id = h.chat_id WHERE h.chat_id = ?`;
const chatText = `SELECT ${chatColumns} FROM chats c WHERE c.id = ?`;

/**
 * Takes the lock under which every change of a chat happens. It comes before any other lock (order: head, members, user heads) and no transaction takes two.
 * An unknown chat looks like one I am not in, and so does a closed room: NOT_MEMBER. Rules and floor of a room are its community's, the rules of a thread those of the chat it hangs in.
 */
export async function lockHead(tx: Tx, c: ChatId): Promise<LockedHead> {
  const head = await lockOwn(tx, c);
  return head.parent_id === null ? head : { ...head, ...(await loadRoomFrame(tx, head)) };
}

async function lockOwn(tx: Tx, c: ChatId): Promise<LockedHead> {
  if (tx.dialect === 'sqlite') {
    const [head] = await tx.sql<LockedHead>(text, [c]);
    if (!head) throw new AppError('NOT_MEMBER');
    return head;
  }
  const [locked] = await tx.sql<HeadRow>(`SELECT * FROM chat_heads WHERE chat_id = ?${forUpdate(tx)}`, [c]);
  // PostgreSQL shows who waited for a lock the newest state of the locked row alone: settings read by the same statement are those from before the wait.
  const [chat] = await tx.sql<Omit<LockedHead, keyof HeadRow>>(chatText, [c]);
  if (!locked || !chat) throw new AppError('NOT_MEMBER');
  return { ...locked, ...chat };
}
