import type { Commands } from '../commands.ts';
import { commandContext, type CommandPorts } from './commandContext.ts';
import { changeUpload } from './changeUpload.ts';
import { dropKeep, keepMessage, writeKeepNote } from './changeKeeps.ts';
import { discardEntry } from './discardEntry.ts';
import { dropLink } from './dropLink.ts';
import { editEntry } from './editEntry.ts';
import { editMessage } from './editMessage.ts';
import { hideMessages } from './hideMessages.ts';
import { markRead } from './markRead.ts';
import { retryEntry } from './retryEntry.ts';
import { saveDraft } from './saveDraft.ts';
import { scheduleMessage } from './scheduleMessage.ts';
import { sendMessage } from './sendMessage.ts';
import { setChat } from './setChat.ts';
import { setContact } from './setContact.ts';
import { setPref } from './setPref.ts';
import { setReaction } from './setReaction.ts';
import { setVote } from './setVote.ts';
import { takeThread } from './takeThread.ts';
import { unsendMessage } from './unsendMessage.ts';

/** The commands of one tab. They need no engine, no network and no lead: they write rows. */
export function createCommands(ports: CommandPorts): Commands {
  const ctx = commandContext(ports);
  return {
    sendMessage: (input) => sendMessage(ctx, input),
    scheduleMessage: (input) => scheduleMessage(ctx, input),
    editMessage: (input) => editMessage(ctx, input),
    unsendMessage: (input) => unsendMessage(ctx, input),
    setReaction: (input) => setReaction(ctx, input),
    setVote: (input) => setVote(ctx, input),
    dropLink: (input) => dropLink(ctx, input),
    markRead: (input) => markRead(ctx, input),
    setChat: (input) => setChat(ctx, input),
    takeThread: (input) => takeThread(ctx, input),
    saveDraft: (draft) => saveDraft(ctx, draft),
    hideMessages: (input) => hideMessages(ctx, input),
    keepMessage: (input) => keepMessage(ctx, input),
    writeKeepNote: (input) => writeKeepNote(ctx, input),
    dropKeep: (input) => dropKeep(ctx, input),
    setContact: (input) => setContact(ctx, input),
    setPref: (input) => setPref(ctx, input),
    retryEntry: (id) => retryEntry(ctx, id),
    discardEntry: (id) => discardEntry(ctx, id),
    changeUpload: (input) => changeUpload(ctx, input),
    editEntry: (input) => editEntry(ctx, input),
  };
}
