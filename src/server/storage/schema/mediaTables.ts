import type { Generated } from 'kysely';

/** What a stored picture is used as. Unused ones are deleted after a day. */
export const mediaUse = { none: 0, profile: 1, chat: 2, member: 3, app: 4, card: 5 } as const;
export type MediaUse = (typeof mediaUse)[keyof typeof mediaUse];

/** Stored pictures. */
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
}
