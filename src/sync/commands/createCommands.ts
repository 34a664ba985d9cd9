import type { Commands } from '../commands.ts';
import { commandContext, type CommandPorts } from './commandContext.ts';
import { discardEntry } from './discardEntry.ts';
import { editEntry } from './editEntry.ts';
import { editMessage } from './editMessage.ts';
import { markRead } from './markRead.ts';
import { retryEntry } from './retryEntry.ts';
import { saveDraft } from './saveDraft.ts';
import { sendMessage } from './sendMessage.ts';
import { setChat } from './setChat.ts';
import { setContact } from './setContact.ts';
import { setPref } from './setPref.ts';
import { setReaction } from './setReaction.ts';
import { unsendMessage } from './unsendMessage.ts';

/** The commands of one tab. They need no engine, no network and no lead: they write rows. */
export function createCommands(ports: CommandPorts): Commands {
  const ctx = commandContext(ports);
  return {
    sendMessage: (input) => sendMessage(ctx, input),
    editMessage: (input) => editMessage(ctx, input),
    unsendMessage: (input) => unsendMessage(ctx, input),
    setReaction: (input) => setReaction(ctx, input),
    markRead: (input) => markRead(ctx, input),
    setChat: (input) => setChat(ctx, input),
    saveDraft: (draft) => saveDraft(ctx, draft),
    setContact: (input) => setContact(ctx, input),
    setPref: (input) => setPref(ctx, input),
    retryEntry: (id) => retryEntry(ctx, id),
    discardEntry: (id) => discardEntry(ctx, id),
    editEntry: (input) => editEntry(ctx, input),
  };
}
