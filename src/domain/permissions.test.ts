import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chat.ts';
import { memberRole, memberState } from '#protocol/entities/member.ts';
import { limits } from '#protocol/limits.ts';
import {
  canInvite,
  canLeave,
  canRead,
  canRemove,
  canRename,
  canSend,
  isInEditWindow,
  isInUnsendWindow,
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
    expect(allowed(canInvite)).toEqual([[group, 'all']]);
    expect(allowed(canLeave)).toEqual([group, community, official].map((kind) => [kind, 'all']));
  });

  it('removes only members of a lower role, only as an admin, and nobody from a 1:1 chat', () => {
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
    expect(pairs).toEqual(
      kinds.filter((kind) => kind !== chatKind.dm).flatMap((kind) => down.map((pair) => [kind, ...pair])),
    );
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
