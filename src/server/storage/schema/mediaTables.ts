import type { Generated } from 'kysely';

/** What a stored picture is used as. Unused ones are deleted after a day. */
export const mediaUse = { none: 0, profile: 1, chat: 2, member: 3, app: 4, card: 5 } as const;
export type MediaUse = (typeof mediaUse)[keyof typeof mediaUse];

/** How far the upload of a part of a message is. `refused`: it came, and is not what it was said to be. `dying`: its copies are being deleted. */
export const fileState = { open: 0, ready: 1, refused: 2, dying: 3 } as const;

/** Stored pictures, and files that messages carry. */
export interface MediaTables {
  media: {
    /** 128 random bits in base64url */
    id: string;
    /** who uploaded it; never sent */
    owner_id: number;
    /** what it was uploaded for: see `mediaPurposes` */
    purpose: string;
    /** see {@link mediaUse}; never goes back to `none` */
    used_as: Generated<number>;
    /** the chat whose picture it is, or the community in which it is its owner's face */
    chat_id: number | null;
    /** media type of the files */
    type: string;
    /** px of the largest file */
    width: number;
    height: number;
    /** of all its files together */
    bytes: number;
    created_at: number;
    /** not shown any more; from this time on its files are to be deleted, ms */
    deleted_at: number | null;
  };
  files: {
    /** made by the sender's device: 128 random bits in base64url */
    id: string;
    owner_id: number;
    /** see `mediaTypes` */
    t: string;
    /** see {@link fileState} */
    state: Generated<number>;
    /** why it was refused */
    code: string | null;
    /** as it was uploaded, cleaned */
    name: string | null;
    /** media type, found by content; null until it is ready */
    type: string | null;
    /** px, of pictures */
    width: number | null;
    height: number | null;
    /** thumbhash of a picture, base64 */
    blur: string | null;
    /** bytes of the upload, as it was announced */
    length: number;
    /** what counts for its owner: the announced length, then all copies together */
    bytes: number;
    /** 1: a message has it */
    is_used: Generated<number>;
    /** unused, it is deleted after this time, ms */
    kept_until: number;
    created_at: number;
  };
  /** Copies of a file. `size`: `o` the whole, or the longest side in px. */
  file_copies: { file_id: string; size: string; key: string; type: string; bytes: number };
  /** Everything that was put into the store for them, before it was put there. `sum`: SHA-256, hex. `is_dying`: 1: nothing refers to it, it is being deleted. */
  stored_files: { key: string; sum: string; is_dying: Generated<number>; touched_at: number };
  /** Messages that have a file. */
  media_uses: { media_id: string; chat_id: number; seq: number };
  /** Messages by what a gallery shows of them; see `galleryTypes`. */
  gallery: { chat_id: number; t: string; seq: number };
}
