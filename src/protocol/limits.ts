/** Sizes that both ends know. The server may be configured tighter (server/config.ts); these are the shapes' hard edges. */
export const limits = {
  /** Characters (UTF-16 units) of one text message. */
  textMax: 10_000,
  /** People named in one message. */
  mentionsMax: 50,
  /** Items of one `message.send`; the server commits them together and in order. */
  sendItemsMax: 20,
  /** Chats in one `have` vector; also the most chats a person can be in. */
  chatsMax: 1_000,
  /** Members of a group, the creator included. */
  groupMax: 500,
  groupTitleMax: 60,
  handleMin: 3,
  handleMax: 30,
  nameMax: 40,
  statusMax: 120,
  aliasMax: 40,
  passwordMin: 10,
  passwordMax: 256,
  /** Rows of one history page. */
  historyMax: 100,
  /** Chats of one `sync.delta`. */
  deltaChatsMax: 20,
  deltaRowsMax: 200,
  getSeqsMax: 50,
  idsMax: 100,
  readMarksMax: 50,
  openChatsMax: 5,
  presenceMax: 64,
  reactionMax: 32,
  deviceNameMax: 80,
  prefValueMax: 2_000,
  /** How long a sender may edit or unsend, in ms. */
  editWindowMs: 24 * 3_600_000,
  unsendWindowMs: 24 * 3_600_000,
  /** Answers to `sync.open` come in pages of this many heads. */
  syncPage: 100,
} as const;
