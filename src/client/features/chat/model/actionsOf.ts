import { isForwardable } from '#domain/forwardRules.ts';
import { isKeepable } from '#domain/keepRules.ts';
import { isInEditWindow, isInUnsendWindow } from '#domain/permissions.ts';
import { canHoldThread } from '#domain/threadRules.ts';
import type { FeedItem } from './FeedItem.ts';

/** What may be done with a message. Absent things are not shown. */
export type MessageAction =
  | 'react'
  | 'reply'
  | 'thread'
  | 'forward'
  | 'select'
  | 'keep'
  | 'hide'
  | 'copy'
  | 'link'
  | 'dropLink'
  | 'edit'
  | 'unsend'
  | 'versions'
  | 'unreadFrom'
  | 'announce'
  | 'delete'
  | 'retry'
  | 'discard'
  | 'report';

/** What the chat adds. `canPin`: I may put messages on top of it. `canDelete`: I may take this one of somebody else away. `canMark`: it can be unread from a message on. `hasModerators`: there is somebody to report to. */
export interface ChatActions {
  canPin?: boolean | undefined;
  canDelete?: boolean | undefined;
  canMark?: boolean | undefined;
  hasModerators?: boolean;
  /** messages here can have threads; `hasThread`: this one has */
  hasThreads?: boolean;
  hasThread?: boolean;
}

/** Actions of a line for a person who may (`canWrite`) or may no longer write in the chat, at `now` (server clock, ms), most used first. */
export function actionsOf(item: FeedItem, canWrite: boolean, now: number, chat: ChatActions = {}): MessageAction[] {
  const { canPin, canDelete, canMark, hasModerators, hasThreads, hasThread } = chat;
  if (item.kind !== 'message' || item.isUnsent) return [];
  const actions: MessageAction[] = [];
  const isStored = item.row !== undefined;
  const isFailed = item.entry?.state === 'failed' || item.entry?.old === 1;
  if (isStored && canWrite) actions.push('react', 'reply');
  if (hasThread || (hasThreads && canWrite && item.row && canHoldThread({ kind: item.row.k, at: item.at }, now)))
    actions.push('thread');
  if (item.text !== '') actions.push('copy');
  if (isFailed) actions.push('retry', 'discard');
  // A held message is with the moderators until they decide.
  const isHeld = item.entry?.held === 1;
  const mayChange = item.isOwn && canWrite && !isFailed && !isHeld;
  // What has not reached the server has no age there yet.
  // The words of a card are its app's, those of a forwarded message another one's; and only texts have versions.
  const isPlain = item.card === undefined && item.content === undefined && item.forwarded === undefined;
  if (mayChange && isPlain && (!isStored || isInEditWindow(item.at, now))) actions.push('edit');
  if (item.row?.ed !== undefined && isPlain) actions.push('versions');
  if (canForward(item)) actions.push('forward');
  if (item.row && isKeepable(item.row.k)) actions.push('keep');
  if (isStored) actions.push('select', 'link');
  if (item.link && ((item.isOwn && canWrite) || (canDelete && !item.isOwn))) actions.push('dropLink');
  if (isStored && canPin && item.text !== '') actions.push('announce');
  if (canMark && isStored && !item.isOwn && item.seq !== undefined) actions.push('unreadFrom');
  if (mayChange && (!isStored || isInUnsendWindow(item.at, now))) actions.push('unsend');
  if (isStored) actions.push('hide');
  if (canDelete && isStored && !item.isOwn) actions.push('delete');
  if (hasModerators && isStored && !item.isOwn) actions.push('report');
  return actions;
}

/** What the server has, of a kind that means the same elsewhere. */
export const canForward = ({ row, isUnsent }: FeedItem): boolean =>
  row !== undefined && !isUnsent && isForwardable(row.k);
