import type { Generated } from 'kysely';

/** Notes and albums of chats. `mid`: who made it; `hidden_for`: the other person of a 1:1 chat, who had blocked him then. */
export interface ShelfTables {
  shelf_notes: {
    chat_id: number;
    /** made by the device of its writer */
    id: string;
    body: string;
    mid: number;
    created_at: number;
    changed_at: number;
    hidden_for: number | null;
  };
  albums: {
    chat_id: number;
    id: string;
    name: string;
    mid: number;
    created_at: number;
    changed_at: number;
    /** number of its newest change */
    ver: Generated<number>;
    /** file id of the chosen cover */
    cover: string | null;
    hidden_for: number | null;
  };
  album_photos: {
    chat_id: number;
    album_id: string;
    media_id: string;
    /** JSON of MediaPart, with what the server knows of the file */
    part: string;
    mid: number;
    at: number;
    /** ascending; gaps are left for what moves */
    pos: number;
    hidden_for: number | null;
  };
}
