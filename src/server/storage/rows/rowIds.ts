import { randomUUID } from 'node:crypto';
import { randomId } from './randomId.ts';

/** Where a unit of work gets the ids from that no caller has chosen. A port, because a world that is the same every time needs the same ids too. */
export interface RowIds {
  /** Names a chat: a whole number, 1 to 2^53 - 1. */
  id(): number;
  /** Names a line that the server writes by itself. */
  uuid(): string;
}

/** Ids for real data: nobody can guess them, and nodes need not agree on them. */
export const randomRowIds: RowIds = { id: () => randomId(), uuid: () => randomUUID() };
