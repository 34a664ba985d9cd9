import { addPollAnswer } from './messages/addPollAnswer.ts';
import { appendMessages } from './messages/appendMessages.ts';
import { closePoll } from './messages/closePoll.ts';
import { editMessage } from './messages/editMessage.ts';
import { flushReads } from './messages/flushReads.ts';
import { hideMessages } from './messages/hideMessages.ts';
import { nudgeUnconfirmed } from './messages/nudgeUnconfirmed.ts';
import { setBallots } from './messages/setBallots.ts';
import { setReactions } from './messages/setReactions.ts';
import { unsendMessage } from './messages/unsendMessage.ts';

/** Units of work for sending, changing and reading messages. */
export const messageUnits = {
  appendMessages,
  editMessage,
  unsendMessage,
  setReactions,
  setBallots,
  addPollAnswer,
  closePoll,
  nudgeUnconfirmed,
  hideMessages,
  flushReads,
} as const;
