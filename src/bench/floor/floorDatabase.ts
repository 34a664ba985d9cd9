import { Dexie, type EntityTable } from 'dexie';

/** A message of the floor: the chat, its place in it, who wrote it, the text. */
export interface FloorMessage {
  id: number;
  c: number;
  s: number;
  text: string;
  own: boolean;
}

/** The floor's database: one table, used through Dexie as its documentation shows. */
export const floorDatabase = new Dexie('bench-floor') as Dexie & { messages: EntityTable<FloorMessage, 'id'> };
floorDatabase.version(1).stores({ messages: '++id, [c+s]' });
