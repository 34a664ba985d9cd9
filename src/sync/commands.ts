import type { ThreadNews } from '#protocol/entities/chat.ts';
import type { Forward, SentBody, SentKind } from '#protocol/entities/bodies/sentMessage.ts';
import type { TextBody } from '#protocol/entities/bodies/textBody.ts';
import type { ChatId, Cid, KeepId, MemberId, UserId } from '#protocol/ids.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { DraftRow } from './changes.ts';

/** Names a message: by seq once the server has it, by cid while it is in the outbox. */
export type MessageRef = { s: number } | { cid: Cid };

/** My own settings of a chat; see the request `chat.set`. */
export interface ChatSettings {
  notify?: number;
  mute?: number;
  pin?: number;
  hide?: boolean;
  unreadFrom?: number;
  /** threads: whether I follow it */
  follow?: boolean;
}

/**
 * What a person does, as rows: each verb is one local transaction (the optimistic change and its outbox entry), announced to all tabs, and a poke to the
 * engine. All of them work without a network, and none waits for one.
 */
export interface Commands {
  /** Queues a message; resolves when it is stored on the device. `k`: its kind, text unless told otherwise. `fw`: where it is forwarded from; `b` is the copy that stands there meanwhile. `cid`: its own id, where it must be known before. */
  sendMessage(input: { c: ChatId; k?: SentKind; b: SentBody; re?: number; fw?: Forward; cid?: Cid }): Promise<Cid>;
  /** Queues a message that the server is to send at `at`, server clock, ms; resolves when it is stored on the device. Until the server has it, it is in the outbox. */
  scheduleMessage(input: { c: ChatId; k?: SentKind; b: SentBody; re?: number; at: number }): Promise<Cid>;
  /** Changes the text; an entry that was never tried is changed in place. */
  editMessage(input: { c: ChatId; message: MessageRef; b: TextBody }): Promise<void>;
  unsendMessage(input: { c: ChatId; message: MessageRef }): Promise<void>;
  /** null takes the reaction back. */
  setReaction(input: { c: ChatId; s: number; e: string | null }): Promise<void>;
  /** What I choose in a poll, by the numbers of its answers, or `[0]`: I confirm the message. None takes it back. */
  setVote(input: { c: ChatId; s: number; o: readonly number[] }): Promise<void>;
  /** Takes the card of its link off a message, for everybody. */
  dropLink(input: { c: ChatId; s: number }): Promise<void>;
  /** Moves the read position forward; lower values are ignored. */
  markRead(input: { c: ChatId; s: number }): Promise<void>;
  setChat(input: { c: ChatId; set: ChatSettings }): Promise<void>;
  /** Makes a thread that the server has named a chat of this device. `parent`: the chat whose members may see it. */
  takeThread(input: { parent: ChatId; news: ThreadNews }): Promise<void>;
  /** Stores or, with an empty text, removes a draft. */
  saveDraft(draft: Omit<DraftRow, 'updated'>): Promise<void>;
  /** Hides messages from me, on all my devices. */
  hideMessages(input: { c: ChatId; seqs: readonly number[] }): Promise<void>;
  /** Keeps a message as it is here now. `known`: I did so before; `missing`: nothing of it is here that could be kept. */
  keepMessage(input: { c: ChatId; s: number }): Promise<'kept' | 'known' | 'missing'>;
  /** Writes my note of something I keep, or a new one where `i` is absent; an empty one goes. */
  writeKeepNote(input: { i?: KeepId; x: string }): Promise<KeepId>;
  dropKeep(input: { i: KeepId }): Promise<void>;
  setContact(input: { user: UserId; state: number; alias?: string }): Promise<void>;
  setPref(input: { key: string; val: string }): Promise<void>;
  /** Sends a failed or old entry again, with the same client-made id. A scheduled message that came too late to the server is sent at once. */
  retryEntry(id: number): Promise<void>;
  /** Removes an entry that was never tried or has failed; a tried one is followed by an unsend. */
  discardEntry(id: number): Promise<void>;
  /**
   * Changes how a file on its way goes on. `pause`, `resume`; `first`: before all others; `retry`: after a refusal; `cancel`: the file leaves its message, and the
   * last one takes the message with it. Does nothing where the file is up, except that one can be cancelled while its message has not left.
   */
  changeUpload(input: { id: MediaId; to: 'pause' | 'resume' | 'first' | 'retry' | 'cancel' }): Promise<void>;
  /** Changes the text of an entry in the tray. */
  editEntry(input: { id: number; b: TextBody }): Promise<void>;
}

/** A person named in a text, before offsets are known. */
export interface Mention {
  mid: MemberId;
  name: string;
}
