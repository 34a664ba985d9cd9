import { chatKind } from '#protocol/entities/chatKind.ts';
import { limits } from '#protocol/limits.ts';
import { canSend, hasRight, type Standing } from './permissions.ts';

/*
 * Notes and albums belong to a chat: every member reads all of them. Whoever may write in the chat may add to them; what somebody made is his to change and to take away, and others take it away only by the right to delete what others wrote.
 */

/** Limits that screens name before the server does. */
export const { shelfNotesMax, shelfNoteMax, albumsMax, albumPhotosMax, albumNameMax, albumPage } = limits;
/** How many photos one request adds, moves or removes, and how many uploads one adds. */
export const shelfIdsMax = limits.idsMax;
export const shelfFilesMax = limits.mediaPartsMax;

/** Makes notes and albums, and adds photos. `now`: server clock, ms. */
export const canAddToShelf = (me: Standing, now: number): boolean => canSend(me, now);
/** Takes away what is on the shelf, and names albums. */
export const canTidyShelf = (me: Standing, isOwn: boolean): boolean => isOwn || hasRight(me, 'deleteOthers');
/** Orders the photos of an album: among friends everybody, in a community those who may also rename it. */
export const canArrange = (me: Standing, isOwn: boolean, now: number): boolean =>
  canAddToShelf(me, now) && (me.kind !== chatKind.community || canTidyShelf(me, isOwn));
