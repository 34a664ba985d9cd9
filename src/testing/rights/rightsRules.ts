import {
  allRights,
  countIn,
  enter,
  type Door,
  type ModelPerson,
  type RightName,
  type RightsModel,
  type Role,
} from './rightsModel.ts';

/** Somebody wants something. `to`: whom it is about; `pick`: which message, link or word; `flag`, `role`, `rights`: more about it. */
export interface Wish {
  act: Act;
  by: number;
  to: number;
  pick: number;
  flag: boolean;
  role: Role;
  rights: readonly RightName[];
}

/** What the model says of one kind of act. `may`: whether it succeeds; `after`: what is different afterwards. */
interface Rule {
  may(model: RightsModel, wish: Wish, by: ModelPerson, to: ModelPerson): boolean;
  after?(model: RightsModel, wish: Wish, by: ModelPerson, to: ModelPerson): void;
}

const dayMin = 24 * 60;
export const muteMin = 60;

const isIn = ({ place }: ModelPerson): boolean => place === 'in';
const has = ({ tables }: RightsModel, person: ModelPerson, right: RightName): boolean =>
  isIn(person) && (person.role === 3 || (tables[person.role]?.has(right) ?? false));
const keepsOrder = (model: RightsModel, by: ModelPerson): boolean =>
  (['deleteOthers', 'mute', 'kick', 'ban', 'reports'] as const).some((right) => has(model, by, right));
const hasRoom = (model: RightsModel): boolean => countIn(model) < model.cap;
const throwOut = (person: ModelPerson, place: ModelPerson['place']): void =>
  void Object.assign(person, { place, role: 0 });

/** The message a wish is about, if its person can see it. */
export function messageOf({ messages }: RightsModel, { pick }: Wish): number | undefined {
  return messages.length === 0 ? undefined : pick % messages.length;
}
const seen = (model: RightsModel, wish: Wish, by: ModelPerson) => {
  const at = messageOf(model, wish);
  return at === undefined || !isIn(by) || at < by.missed ? undefined : model.messages[at];
};
const isLive = ({ people }: RightsModel, link: { by: number }): boolean =>
  !['kicked', 'banned'].includes(people[link.by]?.place ?? '');
const mayAsk = (model: RightsModel, by: ModelPerson): boolean =>
  model.now - by.declinedAt >= dayMin && countIn(model) > 0;
/** The doors a wish can set: a group is not open to strangers. */
export const doorOf = ({ kind }: RightsModel, { pick }: Wish): Door =>
  (['closed', 'approval', 'open'] as const)[pick % (kind === 'group' ? 2 : 3)] as Door;

function comeByLink(model: RightsModel, wish: Wish, by: ModelPerson): boolean {
  const link = model.links[wish.pick % Math.max(1, model.links.length)];
  // What never was a link leads nowhere, also for who is in.
  if (!link || by.place === 'banned') return false;
  if (isIn(by)) return true;
  if (model.door === 'approval' && by.waits) return true;
  if (!isLive(model, link)) return false;
  if (model.door === 'approval') return mayAsk(model, by);
  return hasRoom(model) && (model.kind === 'community' || countIn(model) > 0);
}

function comeByDoor(model: RightsModel, by: ModelPerson): boolean {
  if (model.kind === 'group') return false;
  if (isIn(by)) return true;
  if (model.door === 'closed' || by.place === 'banned') return false;
  return model.door === 'open' ? hasRoom(model) : by.waits || mayAsk(model, by);
}

function afterComing(model: RightsModel, _wish: Wish, by: ModelPerson): void {
  if (isIn(by)) return;
  if (model.door === 'approval') by.waits = true;
  else enter(model, by);
}

function maySetRole(model: RightsModel, { role }: Wish, by: ModelPerson, to: ModelPerson): boolean {
  if (!isIn(by) || !isIn(to)) return false;
  if (to.role === role) return true;
  // The owner gives every role, his own by handing over; an admin makes moderators of members and back.
  const isFree = by.role === 3 ? to.role !== 3 : by.role === 2 && to.role < 2 && role < 2;
  return isFree && (role < to.role || model.now - to.since >= dayMin);
}

function mayDelete(model: RightsModel, wish: Wish, by: ModelPerson): boolean {
  const message = seen(model, wish, by);
  if (!message) return false;
  const isOwn = message.by === wish.by;
  const author = isOwn ? 0 : (model.people[message.by]?.role ?? 0);
  if (has(model, by, 'deleteOthers') && (by.role === 3 || by.role > author)) return true;
  return isOwn && (message.isGone || model.now - message.at <= dayMin);
}

/** The room a wish is about, unless there is none or it was closed. */
export function roomOf({ rooms }: RightsModel, { pick }: Wish): number | undefined {
  return rooms.length === 0 ? undefined : pick % rooms.length;
}
function openRoom(model: RightsModel, wish: Wish): RightsModel['rooms'][number] | undefined {
  const room = model.rooms[roomOf(model, wish) ?? 0];
  return room?.isOpen ? room : undefined;
}
const onRoom = (after: (room: RightsModel['rooms'][number], wish: Wish) => void): Rule => ({
  may: (model, wish, by) => has(model, by, 'rooms') && openRoom(model, wish) !== undefined,
  after(model, wish) {
    const room = openRoom(model, wish);
    if (room) after(room, wish);
  },
});
const writes = ({ isFrozen, now }: RightsModel, by: ModelPerson): boolean =>
  isIn(by) && (!isFrozen || by.role > 0) && by.mutedTill <= now;

function leave(model: RightsModel, _wish: Wish, by: ModelPerson): void {
  const wasOwner = by.role === 3;
  throwOut(by, 'left');
  const heirs = model.people.filter(isIn);
  const [heir] = heirs.toSorted((one, other) => one.turn - other.turn);
  if (wasOwner && heir) heir.role = 3;
}

const change = (right: RightName): Rule => ({ may: (model, _wish, by) => has(model, by, right) });
const onLower = (right: RightName, after: NonNullable<Rule['after']>): Rule => ({
  may: (model, _wish, by, to) => has(model, by, right) && isIn(to) && by.role > to.role,
  after,
});

/** Every act of the test with its rule. */
export const rules = {
  send: {
    may: (model, _wish, by) => writes(model, by),
    after: (model, wish) => void model.messages.push({ by: wish.by, at: model.now, isGone: false }),
  },
  kick: onLower('kick', (_model, _wish, _by, to) => throwOut(to, 'kicked')),
  ban: {
    may: (model, _wish, by, to) =>
      has(model, by, 'ban') && to.place !== 'never' && (to.place === 'banned' || by.role > to.role),
    after: (_model, _wish, _by, to) => throwOut(to, 'banned'),
  },
  unban: {
    may: (model, _wish, by, to) => has(model, by, 'ban') && to.place !== 'never',
    after: (_model, _wish, _by, to) => {
      if (to.place === 'banned') to.place = 'left';
    },
  },
  mute: onLower('mute', ({ now }, _wish, _by, to) => void (to.mutedTill = now + muteMin)),
  unmute: onLower('mute', (_model, _wish, _by, to) => void (to.mutedTill = 0)),
  role: {
    may: maySetRole,
    after: (_model, { role }, by, to) => {
      // A hand-over makes an admin of who gives. The role that somebody has already changes nothing.
      if (role === 3 && to.role !== role) by.role = 2;
      to.role = role;
    },
  },
  rename: change('rename'),
  settings: change('settings'),
  rights: {
    may: (_model, _wish, by) => isIn(by) && by.role === 3,
    after: ({ tables }, { role, rights }) => void (tables[Math.min(role, 2) as 0 | 1 | 2] = new Set(rights)),
  },
  door: { ...change('settings'), after: (model, wish) => void (model.door = doorOf(model, wish)) },
  freeze: { ...change('settings'), after: (model, { flag }) => void (model.isFrozen = flag) },
  pin: {
    may: (model, wish, by) => has(model, by, 'announce') && seen(model, wish, by)?.isGone === false,
  },
  unpin: change('announce'),
  delete: {
    may: mayDelete,
    after: (model, wish) => void Object.assign(model.messages[messageOf(model, wish) ?? 0] ?? {}, { isGone: true }),
  },
  // Into a community people come by themselves.
  invite: {
    may: (model, _wish, by, to) =>
      model.kind === 'group' && has(model, by, 'invite') && to.place !== 'banned' && (isIn(to) || hasRoom(model)),
    after: (model, _wish, _by, to) => {
      if (!isIn(to)) enter(model, to);
    },
  },
  link: {
    may: (model, _wish, by) =>
      has(model, by, 'invite') && model.links.filter((link) => isLive(model, link)).length < 20,
    after: (model, { by }) => void model.links.push({ by }),
  },
  use: { may: comeByLink, after: afterComing },
  join: { may: (model, _wish, by) => comeByDoor(model, by), after: afterComing },
  withdraw: { may: (_model, _wish, by) => by.waits, after: (_model, _wish, by) => void (by.waits = false) },
  decide: {
    may: (model, { flag }, by, to) =>
      has(model, by, 'approve') && to.waits && (!flag || (to.place !== 'banned' && hasRoom(model))),
    after: (model, { flag }, _by, to) => {
      if (flag) return enter(model, to);
      to.waits = false;
      to.declinedAt = model.now;
    },
  },
  queue: change('approve'),
  links: change('invite'),
  leave: {
    // The owner of a community hands it over first; that of a group is followed by who has been in longest.
    may: (model, _wish, by) => isIn(by) && (by.role < 3 || model.kind === 'group' || countIn(model) === 1),
    after: leave,
  },
  history: { may: (_model, _wish, by) => isIn(by) },
  members: { may: (_model, _wish, by) => isIn(by) },
  recently: { may: (model, _wish, by) => keepsOrder(model, by) },
  log: { may: (model, _wish, by) => keepsOrder(model, by) },
  cases: change('reports'),
  held: change('deleteOthers'),
  appeals: { may: (_model, _wish, by) => isIn(by) && by.role >= 2 },
  report: { may: (_model, wish, by, to) => isIn(by) && to.place !== 'never' && wish.by !== wish.to },
  room: {
    may: (model, _wish, by) => model.kind === 'community' && has(model, by, 'rooms') && model.rooms.length < 50,
    after: (model, { flag }) => void model.rooms.push({ isQuiet: flag, isOpen: true }),
  },
  quiet: onRoom((room, { flag }) => void (room.isQuiet = flag)),
  close: onRoom((room) => void (room.isOpen = false)),
  roomSend: {
    may(model, wish, by) {
      const room = openRoom(model, wish);
      return room !== undefined && writes(model, by) && (!room.isQuiet || has(model, by, 'announce'));
    },
  },
  roomRead: { may: (model, wish, by) => isIn(by) && openRoom(model, wish) !== undefined },
  name: { may: ({ kind }, _wish, by) => kind === 'community' && isIn(by) },
} as const satisfies Record<string, Rule>;

export type Act = keyof typeof rules;
export const acts = Object.keys(rules) as Act[];
export const rightChoices = allRights;

/** What becomes of a wish: whether it succeeds, and the model afterwards. */
export function grant(model: RightsModel, wish: Wish): boolean {
  const [by, to] = [model.people[wish.by], model.people[wish.to]];
  if (!by || !to) throw new Error('nobody of this number');
  const rule: Rule = rules[wish.act];
  const isAllowed = rule.may(model, wish, by, to);
  if (isAllowed) rule.after?.(model, wish, by, to);
  return isAllowed;
}
