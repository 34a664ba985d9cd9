import { dropKeep } from './keeps/dropKeep.ts';
import { keepMessage } from './keeps/keepMessage.ts';
import { writeKeepNote } from './keeps/writeKeepNote.ts';

/** Units of work for what people keep for themselves. */
export const keepUnits = { dropKeep, keepMessage, writeKeepNote } as const;
