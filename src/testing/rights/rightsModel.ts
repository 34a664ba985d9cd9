/*
 * Who may do what in a group or community, as the design says it, written a second time and on its own: nothing here comes from the rules that the server and
 * the screens share. A test lets random people do random things and compares. Time is minutes.
 */

export type Kind = 'group' | 'community';
/** 0 member, 1 moderator, 2 admin, 3 owner */
export type Role = 0 | 1 | 2 | 3;
export type RightName =
  | 'announce'
  | 'deleteOthers'
  | 'mute'
  | 'kick'
  | 'ban'
  | 'settings'
  | 'approve'
  | 'reports'
  | 'invite'
  | 'rename'
  | 'rooms';
export type Door = 'closed' | 'open' | 'approval';

export interface ModelPerson {
  place: 'never' | 'in' | 'left' | 'kicked' | 'banned';
  role: Role;
  since: number;
  /** how many times somebody had come in before: who has been in longest inherits a group */
  turn: number;
  /** messages that he does not see because they were there before him */
  missed: number;
  mutedTill: number;
  waits: boolean;
  declinedAt: number;
}

export interface RightsModel {
  readonly kind: Kind;
  readonly cap: number;
  now: number;
  people: ModelPerson[];
  /** rights of members, moderators and admins; an owner has all */
  tables: [ReadonlySet<RightName>, ReadonlySet<RightName>, ReadonlySet<RightName>];
  door: Door;
  isFrozen: boolean;
  messages: { by: number; at: number; isGone: boolean }[];
  links: { by: number }[];
  /** rooms of a community, closed ones too; `isQuiet`: only who may announce writes there */
  rooms: { isQuiet: boolean; isOpen: boolean }[];
  turns: number;
}

export const allRights: readonly RightName[] = [
  ...(['announce', 'deleteOthers', 'mute', 'kick', 'ban'] as const),
  ...(['settings', 'approve', 'reports', 'invite', 'rename', 'rooms'] as const),
];

/** In a group everybody invites and renames, and only admins remove. In a community members write, moderators keep order, admins run it. */
const defaults = (kind: Kind): RightsModel['tables'] =>
  kind === 'group'
    ? [
        new Set<RightName>(['invite', 'rename']),
        new Set<RightName>(['invite', 'rename', 'deleteOthers', 'mute']),
        new Set(allRights),
      ]
    : [
        new Set<RightName>(),
        new Set<RightName>(['deleteOthers', 'mute', 'kick', 'approve', 'reports']),
        new Set(allRights),
      ];

const newcomer: ModelPerson = {
  ...{ place: 'never', role: 0, since: 0, turn: 0, missed: 0 },
  ...{ mutedTill: 0, waits: false, declinedAt: Number.NEGATIVE_INFINITY },
};

/** The scene of the test: an owner, an admin, a moderator and a member who have been in for more than a day, and two who never were. */
export const createRightsModel = (kind: Kind, cap: number): RightsModel => ({
  ...{ kind, cap, now: 3_000, tables: defaults(kind), isFrozen: false, messages: [], links: [], rooms: [] },
  door: kind === 'group' ? 'closed' : 'open',
  people: [3, 2, 1, 0, undefined, undefined].map((role, turn): ModelPerson =>
    role === undefined
      ? { ...newcomer }
      : { ...newcomer, place: 'in', role: role as Role, turn: kind === 'group' ? 0 : turn },
  ),
  turns: 10,
});

export const countIn = ({ people }: RightsModel): number => people.filter(({ place }) => place === 'in').length;

/** Somebody comes in, as a plain member whatever he was. */
export function enter(model: RightsModel, person: ModelPerson): void {
  model.turns += 1;
  Object.assign(person, {
    ...{ place: 'in', role: 0, since: model.now, turn: model.turns, waits: false },
    // A group is seen from the join on, a community half a year back.
    missed: model.kind === 'group' ? model.messages.length : 0,
  });
}
