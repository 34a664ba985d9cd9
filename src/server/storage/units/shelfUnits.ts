import { dropAlbum, getAlbum, listAlbums, putAlbum } from './shelf/albumUnits.ts';
import { dropNote, listNotes, putNote } from './shelf/noteUnits.ts';
import { addPhotos, movePhotos, removePhotos } from './shelf/photoUnits.ts';

/** Units of work for the notes and albums of chats. */
export const shelfUnits = {
  addPhotos,
  dropAlbum,
  dropNote,
  getAlbum,
  listAlbums,
  listNotes,
  movePhotos,
  putAlbum,
  putNote,
  removePhotos,
} as const;
