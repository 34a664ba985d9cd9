import { appendMessages } from './messages/appendMessages.ts';
import { editMessage } from './messages/editMessage.ts';
import { flushReads } from './messages/flushReads.ts';
import { setReactions } from './messages/setReactions.ts';
import { unsendMessage } from './messages/unsendMessage.ts';

/** Units of work for sending, changing and reading messages. */
export const messageUnits = { appendMessages, editMessage, unsendMessage, setReactions, flushReads } as const;
