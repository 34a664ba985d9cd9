import type { SentKind } from '#protocol/entities/bodies/sentMessage.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import { limits } from '#protocol/limits.ts';

/** The wire's numbers by their meaning, for screens, which know the protocol's types only. */
export const isDirect = (kind: number): boolean => kind === chatKind.dm;
export const isGroup = (kind: number): boolean => kind === chatKind.group;
/** Communities and official accounts are places: rounded squares, no presence. */
export const isPlace = (kind: number): boolean => kind === chatKind.community || kind === chatKind.official;
export const isCommunity = (kind: number): boolean => kind === chatKind.community;
/** Nobody answers there: the messages of a mini-app to one person. */
export const isOfficial = (kind: number): boolean => kind === chatKind.official;
/** The kind of a message that is not told otherwise. */
export const textKind: SentKind = messageKind.text;
export const stickerKind = messageKind.sticker;
export const mediaKind = messageKind.media;
export const pollKind = messageKind.poll;
export const personKind = messageKind.person;
export const placeKind = messageKind.place;
export const isTextMessage = (kind: number): boolean => kind === messageKind.text;
export const isCardMessage = (kind: number): boolean => kind === messageKind.card;
export const isStickerMessage = (kind: number): boolean => kind === messageKind.sticker;
export const isMediaMessage = (kind: number): boolean => kind === messageKind.media;
export const isPollMessage = (kind: number): boolean => kind === messageKind.poll;
export const isPersonMessage = (kind: number): boolean => kind === messageKind.person;
export const isPlaceMessage = (kind: number): boolean => kind === messageKind.place;
/** Kinds that people send and this version knows. */
export const isSentMessage = (kind: number): boolean => (sentKinds as readonly number[]).includes(kind);
export const isSystemMessage = (kind: number): boolean => kind === messageKind.system;
export const isJoined = (state: number): boolean => state === memberState.joined;
export const isInvited = (state: number): boolean => state === memberState.invited;

const sentKinds = [
  messageKind.text,
  messageKind.sticker,
  messageKind.media,
  messageKind.poll,
  messageKind.person,
  messageKind.place,
] as const;

/** Most characters (UTF-16 units) of one text message. */
export const textMax: number = limits.textMax;
/** Most characters of the name of a place. */
export const placeNameMax: number = limits.placeNameMax;
/** Most people named in one message. */
export const mentionsMax: number = limits.mentionsMax;
/** Most files of one message, and bytes of one of them. */
export const mediaPartsMax: number = limits.mediaPartsMax;
export const fileBytesMax: number = limits.fileBytesMax;
/** Longest voice message, ms. */
export const voiceMsMax: number = limits.voiceMsMax;
