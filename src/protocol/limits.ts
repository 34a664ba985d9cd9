/** Sizes that both ends know. The server may be configured tighter (server/config.ts); these are the shapes' hard edges. */
export const limits = {
  /** Characters (UTF-16 units) of one text message. */
  textMax: 10_000,
  /** People named in one message. */
  mentionsMax: 50,
  /** How long after everybody was named in a chat nobody names everybody there, ms. */
  nameAllEveryMs: 10 * 60_000,
  /** Chats one forward goes to; messages that are chosen at once. */
  forwardChatsMax: 20,
  chosenMax: 100,
  /** Messages that one person hides from himself, and of one request. */
  hiddenMax: 10_000,
  hideMax: 100,
  /** Pictures, videos and files of one message. */
  mediaPartsMax: 30,
  /** Bytes of a file, of a picture, and of everything one person keeps on the server. */
  fileBytesMax: 100 * 1_024 * 1_024,
  imageBytesMax: 20 * 1_024 * 1_024,
  personBytesMax: 5 * 1_024 * 1_024 * 1_024,
  /** Longest side of a picture or video, px, and pixels of a picture in all. */
  pictureSideMax: 16_384,
  picturePixelsMax: 100_000_000,
  /** Longest video, and longest voice message, ms. */
  mediaMsMax: 24 * 3_600_000,
  voiceMsMax: 5 * 60_000,
  /** Bytes of a voice message: more than the longest one has in any usual quality. */
  voiceBytesMax: 20 * 1_024 * 1_024,
  /** Most frames of a moving picture. */
  pictureFramesMax: 400,
  /** Characters (UTF-16 units) of the name of a file. */
  fileNameMax: 200,
  pollQuestionMax: 300,
  pollOptionMax: 100,
  pollOptionsMax: 12,
  /** How long a poll may run, ms. */
  pollMaxMs: 365 * 24 * 3_600_000,
  /** How often, and after how long again, ms, the sender of a message may remind those who have not confirmed it. */
  nudgesMax: 3,
  nudgeEveryMs: 3_600_000,
  /** Scheduled messages: how soon and how late they may leave, ms; how many wait of one person in one chat; how many he has in all, in how many chats; and of one page of the list. */
  scheduleMinMs: 10_000,
  scheduleMaxMs: 365 * 24 * 3_600_000,
  schedulePerChat: 100,
  scheduleMax: 500,
  scheduleChatsMax: 50,
  schedulePage: 100,
  /** Names on one page of voters. */
  votersPage: 50,
  placeNameMax: 100,
  /** Messages and notes that one person keeps, and characters (UTF-16 units) of a note. */
  keepsMax: 5_000,
  keepNoteMax: 10_000,
  /** Shelf of a chat: its notes, characters (UTF-16 units) of one, and of one page of the list; its albums, photos of one, of one page, and characters of a name. */
  shelfNotesMax: 1_000,
  shelfNoteMax: 10_000,
  shelfNotesPage: 20,
  albumsMax: 100,
  albumPhotosMax: 1_000,
  albumPage: 100,
  albumNameMax: 60,
  /** How many of what one keeps one page of `sync.open` brings. */
  keepsPage: 300,
  /** Items of one `message.send`; the server commits them together and in order. */
  sendItemsMax: 20,
  /** Chats in one `have` vector; also the most chats a person can be in. */
  chatsMax: 1_000,
  /** Members of a group, the creator included. */
  groupMax: 500,
  groupTitleMax: 60,
  /** Members of a community: the least and the most its cap may be. */
  communityCapMin: 5,
  communityCapMax: 5_000,
  /** Days of history a new member of a community can be given. */
  communityHistoryMax: 180,
  /** Description of a group or community. */
  aboutMax: 1_000,
  rulesMax: 2_000,
  joinQuestionMax: 200,
  /** Answer to a join question, reason of a report, text of an appeal. */
  noteMax: 500,
  /** Invite links of one chat that work at the same time. */
  linksMax: 20,
  /** People one invite link can let in. */
  linkUsesMax: 1_000,
  /** Code with which strangers come in: characters after trimming. */
  joinCodeMin: 4,
  joinCodeMax: 32,
  /** People who can wait for one chat to let them in. */
  requestsMax: 500,
  /** How many of them one `request.list` names. */
  requestsPage: 100,
  /** How long after a refusal somebody cannot ask again, ms. */
  askAgainMs: 24 * 3_600_000,
  /** Invitations to groups that wait for one person's answer. */
  invitationsMax: 100,
  /** Questions to members of communities whether to connect that one person waits for. */
  connectsMax: 30,
  /** How long after a "no" somebody's question to the same member does not arrive, ms. */
  connectAgainMs: 30 * 24 * 3_600_000,
  /** Name of a member inside a community. */
  communityNameMax: 20,
  /** Rooms of one community. */
  roomsMax: 50,
  /** Threads of one chat, those of its rooms included, in which people may still write. */
  openThreadsMax: 100,
  /** How long after a message a thread can be begun on it, ms. */
  threadStartMs: 24 * 3_600_000,
  /** A thread in which nobody wrote for so long is over, ms. */
  threadIdleMs: 14 * 24 * 3_600_000,
  roomTitleMax: 40,
  roomAboutMax: 200,
  adminsMax: 100,
  /** Messages on top of one chat; one more takes the place of the oldest. */
  pinsMax: 5,
  /** Of the messages that name everybody a head has the newest. */
  headCallsMax: 5,
  slowModeMaxS: 21_600,
  probationReadMaxMin: 1_440,
  probationLinksMaxH: 168,
  /** Phrases of a filter, and entries of its allow list. */
  phrasesMax: 200,
  /** Characters of a phrase after folding. */
  phraseMin: 2,
  phraseMax: 20,
  /** Characters (UTF-16 units) of a phrase, and of an entry of the allow list, as written. */
  phraseRawMax: 80,
  allowRawMax: 120,
  /** Messages of one member that wait for a moderator in one chat. */
  heldPerMemberMax: 20,
  /** How long an entry of the audit log can be undone, ms. */
  auditUndoMs: 24 * 3_600_000,
  /** Longest time a moderator may mute somebody, ms. */
  muteMaxMs: 28 * 24 * 3_600_000,
  /** Bytes of an uploaded picture. */
  pictureBytesMax: 5 * 1_024 * 1_024,
  /** Name, line and reasons of a mini-app, characters in one language. */
  appNameMax: 30,
  appAboutMax: 120,
  appReasonMax: 160,
  /** Hosts that one manifest names, of each kind. */
  appHostsMax: 30,
  /** Apps of one maker that are not removed, versions of one app that are kept, testers of one app. */
  appsMax: 20,
  appVersionsMax: 20,
  appTestersMax: 50,
  /** Uploaded files of a version: bytes of the zip and of what is in it, and how many. */
  bundleZipMax: 10 * 1_024 * 1_024,
  bundleBytesMax: 20 * 1_024 * 1_024,
  bundleFilesMax: 500,
  /** Values an app keeps for one person: how many, characters of a key, bytes of a value. */
  appKeysMax: 1_024,
  appKeyMax: 128,
  appValueMax: 4_096,
  /** Characters of the parameter an app is opened with, and of the text a page sends to its server. */
  appStartMax: 512,
  appDataMax: 4_096,
  /** Texts of one person that may wait for an app's server. */
  appInboxMax: 100,
  /** Service messages an app may send for one act of a person. */
  appActsMax: 5,
  /** Apps of one page of a list. */
  appsPage: 30,
  /** Card of a mini-app: characters of its title, its text, and of a label; chats one share goes to. */
  cardTitleMax: 80,
  cardTextMax: 240,
  cardLabelMax: 40,
  cardChatsMax: 20,
  /** How long a card that was prepared can be shared, ms. */
  cardPreparedMs: 24 * 3_600_000,
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
  /** How long somebody has to be in before he can be given a role, ms. */
  rightsAfterMs: 24 * 3_600_000,
  /** How long a mass removal, mass deletion or renaming can be undone, ms. */
  undoMs: 72 * 3_600_000,
  /** How long a mass removal waits when no second admin approves it, ms. */
  guardWaitMs: 24 * 3_600_000,
  /** People one person may remove within `guardWindowMs` without a second admin. */
  guardPeople: 5,
  guardWindowMs: 10 * 60_000,
  /** How long a sender may edit or unsend, in ms. */
  editWindowMs: 24 * 3_600_000,
  unsendWindowMs: 24 * 3_600_000,
  /** Answers to `sync.open` come in pages of this many heads. */
  syncPage: 100,
} as const;
