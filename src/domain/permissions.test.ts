import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import { limits } from '#protocol/limits.ts';
import { defaultRights, rightNames, rightsOf, withRight } from './rights.ts';
import {
  canAnnounce,
  canBan,
  canDelete,
  canInvite,
  canLeave,
  canMute,
  canRead,
  canRemove,
  canRename,
  canSend,
  canSetRole,
  hasRight,
  isInEditWindow,
  isInUnsendWindow,
  isLinkless,
  rightsWait,
  sendRefusal,
  type Standing,
} from './permissions.ts';

const { joined } = memberState;
const kinds = Object.values(chatKind);
const roles = Object.values(memberRole);
const others = Object.values(memberState).filter((state) => state !== joined);
const rules = { canRead, canSend, canRename, canInvite, canLeave };
/** Each kind of chat in which this is allowed, with the roles to which it is. */
const allowed = (rule: (me: Standing) => boolean) =>
  kinds.flatMap((kind) => {
    const mayRoles = roles.filter((role) => rule({ kind, state: joined, role }));
    return mayRoles.length === 0 ? [] : [[kind, mayRoles.length === roles.length ? 'all' : mayRoles]];
  });

describe('what a member may do', () => {
  it.each(Object.entries(rules))('%s: nothing without being in', (_name, rule) => {
    for (const kind of kinds)
      for (const role of roles)
        for (const state of others) expect(rule({ kind, state, role }), `${kind} ${state} ${role}`).toBe(false);
  });

  it('depends on the kind of chat and on the role', () => {
    const { dm, group, community, official } = chatKind;
    const { admin, owner } = memberRole;
    expect(allowed(canRead)).toEqual([dm, group, community, official].map((kind) => [kind, 'all']));
    expect(allowed(canSend)).toEqual([dm, group, community].map((kind) => [kind, 'all']));
    expect(allowed(canRename)).toEqual([
      [group, 'all'],
      [community, [admin, owner]],
    ]);
    expect(allowed(canInvite)).toEqual([
      [group, 'all'],
      [community, [admin, owner]],
    ]);
    expect(allowed(canLeave)).toEqual([group, community, official].map((kind) => [kind, 'all']));
  });

  it('removes only members of a lower role, as an admin or as a moderator of a community, and nobody from a 1:1 chat', () => {
    const pairs = kinds.flatMap((kind) =>
      roles.flatMap((mine) =>
        roles.flatMap((other) =>
          canRemove({ kind, state: joined, role: mine }, { state: joined, role: other }) ? [[kind, mine, other]] : [],
        ),
      ),
    );
    const { member, moderator, admin, owner } = memberRole;
    const down = [
      ...[member, moderator].map((other) => [admin, other]),
      ...[member, moderator, admin].map((other) => [owner, other]),
    ];
    expect(pairs).toEqual([
      ...down.map((pair) => [chatKind.group, ...pair]),
      [chatKind.community, moderator, member],
      ...down.map((pair) => [chatKind.community, ...pair]),
      ...down.map((pair) => [chatKind.official, ...pair]),
    ]);
    for (const state of others) {
      const me = { kind: chatKind.group, state: joined, role: owner };
      expect(canRemove(me, { state, role: member }), 'who is not in').toBe(false);
      expect(canRemove({ ...me, state }, { state: joined, role: member }), 'by who is not in').toBe(false);
    }
  });

  it.each([
    ['edit', isInEditWindow, limits.editWindowMs],
    ['unsend', isInUnsendWindow, limits.unsendWindowMs],
  ] as const)('%s: up to the last millisecond of its time', (_name, isIn, ms) => {
    expect([0, ms, ms + 1].map((age) => isIn(5, 5 + age))).toEqual([true, true, false]);
  });
});

const { group, community } = chatKind;
const { member, moderator, admin, owner } = memberRole;
const me = (role: number, set?: Standing['set'], kind: number = community): Standing => ({
  kind,
  state: joined,
  role,
  set,
});

describe('the table of rights', () => {
  it('gives an owner everything, whatever the table says, and nobody anything in a 1:1 chat', () => {
    for (const right of rightNames) {
      expect(hasRight(me(owner, { rights: [0, 0, 0] }), right)).toBe(true);
      expect(hasRight(me(owner, undefined, chatKind.dm), right)).toBe(false);
      expect(hasRight({ ...me(owner), state: memberState.left }, right)).toBe(false);
    }
  });

  it.each(rightNames)('%s: one cell is changed alone', (right) => {
    for (const role of [member, moderator, admin]) {
      const before = defaultRights(community);
      const isOn = !hasRight(me(role), right);
      const after = withRight(before, { role, right, isOn });
      expect(hasRight(me(role, { rights: after }), right)).toBe(isOn);
      for (const other of [member, moderator, admin].filter((own) => own !== role))
        expect(rightsOf(community, other, after)).toBe(rightsOf(community, other, before));
      expect(withRight(after, { role, right, isOn: !isOn })).toEqual(before);
    }
  });

  it('bans, mutes and deletes only downwards; an owner deletes everything', () => {
    for (const mine of roles)
      for (const other of roles) {
        const target = { state: joined, role: other };
        expect(canBan(me(mine), target)).toBe(mine >= admin && mine > other);
        expect(canMute(me(mine), target)).toBe(mine >= moderator && mine > other);
        expect(canDelete(me(mine), target)).toBe(mine === owner || (mine >= moderator && mine > other));
        expect(canAnnounce(me(mine))).toBe(mine >= admin);
      }
  });

  it('lets the owner make admins and hand over, and admins make moderators', () => {
    const given = roles.flatMap((mine) =>
      roles.flatMap((other) =>
        roles.flatMap((role) =>
          canSetRole(me(mine), { state: joined, role: other }, role) ? [[mine, other, role]] : [],
        ),
      ),
    );
    expect(given).toEqual([
      [admin, member, moderator],
      [admin, moderator, member],
      ...[member, moderator, admin].flatMap((other) =>
        roles.filter((role) => role !== other).map((role) => [owner, other, role]),
      ),
    ]);
  });
});

describe('when somebody may write', () => {
  const day = 24 * 3_600_000;
  const since = { joinedAt: 0 };

  it('a frozen chat is for moderators, a read-only one for who may announce', () => {
    expect(roles.filter((role) => !sendRefusal(me(role, { frozen: 1 }), since, day))).toEqual([
      moderator,
      admin,
      owner,
    ]);
    expect(sendRefusal(me(member, { frozen: 1 }), since, day)).toEqual({ code: 'FROZEN' });
    expect(roles.filter((role) => !sendRefusal(me(role, { ro: 1 }), since, day))).toEqual([admin, owner]);
    expect(sendRefusal(me(moderator, { ro: 1 }), since, day)).toEqual({ code: 'FORBIDDEN' });
  });

  it('mute, probation and slow mode end to the millisecond, and tell how long they last', () => {
    expect(sendRefusal(me(admin), { joinedAt: 0, mutedUntil: 100 }, 99)).toEqual({ code: 'MUTED', retry: 1 });
    expect(sendRefusal(me(member), { joinedAt: 0, mutedUntil: 100 }, 100)).toBeUndefined();
    const set = { newRead: 2, slow: 30 };
    expect(sendRefusal(me(member, set), since, 119_999)).toEqual({ code: 'SLOW', retry: 1 });
    expect(sendRefusal(me(member, set), since, 120_000)).toBeUndefined();
    expect(sendRefusal(me(member, set), { joinedAt: 0, sentAt: 200_000 }, 229_999)).toEqual({ code: 'SLOW', retry: 1 });
    expect(sendRefusal(me(member, set), { joinedAt: 0, sentAt: 200_000 }, 230_000)).toBeUndefined();
    expect(sendRefusal(me(moderator, set), { joinedAt: 0, sentAt: 200_000 }, 200_001)).toBeUndefined();
  });

  it('new members send no links for the hours that are set, and gain no rights on the first day', () => {
    expect(isLinkless(me(member, { newLinks: 1 }), 0, 3_599_999)).toBe(true);
    expect(isLinkless(me(member, { newLinks: 1 }), 0, 3_600_000)).toBe(false);
    expect(isLinkless(me(moderator, { newLinks: 1 }), 0, 0)).toBe(false);
    expect(isLinkless(me(member, undefined, group), 0, 0)).toBe(false);
    expect(rightsWait(5, 6)).toBe(day - 1);
    expect(rightsWait(5, 5 + day)).toBe(0);
  });
});
