import { expect, it } from 'vitest';
import { memberRole } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { jogjaWindow } from '#testing/sampleChats.ts';
import { actionsOf } from './actionsOf.ts';
import { lineRights } from './lineRights.ts';
import { toFeed } from './toFeed.ts';

const group = jogjaWindow.chat;

function rightsAs(role: number, others: Record<number, number> = {}) {
  const members = new Map(Object.entries(others).map(([mid, ro]) => [Number(mid), { ro }]));
  const chat = group && { ...group, me: { ...group.me, ro: role } };
  return lineRights({ chat, members } as unknown as ChatWindowState);
}

it('a moderator takes away what lower roles wrote, and who is unknown counts as a member', () => {
  expect(rightsAs(memberRole.member).canDelete?.(7)).toBe(false);
  const { canDelete } = rightsAs(memberRole.admin, { 7: memberRole.member, 8: memberRole.admin, 9: memberRole.owner });
  expect([7, 8, 9, 10].map((mid) => canDelete?.(mid))).toEqual([true, false, false, true]);
  expect(lineRights({ chat: undefined, members: new Map() } as unknown as ChatWindowState)).toEqual({});
});

it('rooms and threads cannot be marked as unread from a message on', () => {
  const canMark = (parent?: ChatId) => {
    const chat = group && { ...group, meta: { ...group.meta, ...(parent === undefined ? {} : { parent }) } };
    return lineRights({ chat, members: new Map() } as unknown as ChatWindowState).canMark;
  };
  expect([canMark(), canMark(toChatId(9))]).toEqual([true, false]);
});

it('deleting is offered at what others wrote and the server has, unsending at the own', () => {
  const items = toFeed({ ...jogjaWindow, me: 1 });
  const theirs = items.find(({ isOwn, row, isUnsent, kind }) => kind === 'message' && !isOwn && row && !isUnsent);
  const own = items.find(({ isOwn, kind }) => kind === 'message' && isOwn);
  if (theirs) expect(actionsOf(theirs, true, theirs.at, { canDelete: true })).toContain('delete');
  if (theirs) expect(actionsOf(theirs, true, theirs.at)).not.toContain('delete');
  if (own) expect(actionsOf(own, true, own.at, { canDelete: true })).not.toContain('delete');
  expect(theirs).toBeDefined();
});
