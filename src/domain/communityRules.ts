import { communityCategories, type CommunityCategory } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { groupTitleSchema } from '#protocol/entities/chatSnapshot.ts';
import { memberNameSchema } from '#protocol/entities/community.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { memberRole } from '#protocol/entities/memberState.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { foldName } from './foldName.ts';

/** Bounds that forms and hints of communities name; lengths in UTF-16 units. */
export const communityLimits = {
  title: limits.groupTitleMax,
  name: limits.communityNameMax,
  about: limits.aboutMax,
  rules: limits.rulesMax,
  ask: limits.joinQuestionMax,
  capMin: limits.communityCapMin,
  capMax: limits.communityCapMax,
  histMax: limits.communityHistoryMax,
  rooms: limits.roomsMax,
  roomTitle: limits.roomTitleMax,
  roomAbout: limits.roomAboutMax,
  codeMin: 4,
  codeMax: 32,
  /** members of one window of the list */
  page: limits.idsMax,
} as const;

/** What communities can be about, in the order of Discover. */
export const topics: readonly CommunityCategory[] = communityCategories;

/** How strangers come in, by name. */
export type JoinWay = keyof typeof joinMode;
export const joinWays = ['open', 'code', 'approval', 'closed'] as const satisfies readonly JoinWay[];

/** The name of a join mode; one that this version does not know lets nobody in. */
export const toJoinWay = (mode: number): JoinWay => joinWays.find((way) => joinMode[way] === mode) ?? 'closed';

/** The role of a member by name. */
export type RoleName = 'owner' | 'admin' | 'moderator' | 'member';
export function toRoleName({ ro }: Pick<Mem, 'ro'>): RoleName {
  if (ro >= memberRole.owner) return 'owner';
  if (ro >= memberRole.admin) return 'admin';
  return ro >= memberRole.moderator ? 'moderator' : 'member';
}

/** A name inside a community as it will be stored, and what is wrong with it, if anything. */
export function checkMemberName(text: string): { value: string; problem?: 'missing' | 'long' | 'characters' } {
  const value = text.trim().replace(/\s+/g, ' ');
  if (value === '') return { value, problem: 'missing' };
  const parsed = memberNameSchema.safeParse(text);
  if (!parsed.success) return { value, problem: 'long' };
  return foldName(parsed.data) === '' ? { value, problem: 'characters' } : { value: parsed.data };
}

/** The form of a new community, as it is filled in. Numbers are texts until they are checked. */
export interface Founding {
  title: string;
  about: string;
  rules: string;
  topic: CommunityCategory | '';
  name: string;
  isListed: boolean;
  isReadable: boolean;
  join: JoinWay;
  code: string;
  question: string;
  /** days of history that new members see */
  days: string;
  cap: string;
}

export type FoundingProblems = { [Field in keyof Founding]?: 'missing' | 'long' | 'short' | 'characters' | 'range' };
/** What `community.create` is asked, but its op. */
export type FoundingInput = Omit<RequestInput<'community.create'>, 'op'>;

/** What of the form is about the community and not about who founds it. */
export type PlaceForm = Omit<Founding, 'name'>;

/** What is wrong with the words and numbers of a community. */
export function placeProblems(form: PlaceForm): FoundingProblems {
  const { capMin, capMax, histMax } = communityLimits;
  return {
    ...(form.title.trim() === ''
      ? { title: 'missing' }
      : groupTitleSchema.safeParse(form.title).success
        ? {}
        : { title: 'long' }),
    ...(form.about.trim().length > communityLimits.about ? { about: 'long' } : {}),
    ...(form.rules.trim().length > communityLimits.rules ? { rules: 'long' } : {}),
    ...(form.join === 'approval' && form.question.trim().length > communityLimits.ask ? { question: 'long' } : {}),
    ...(form.join === 'code' ? codeProblem(form.code.trim()) : {}),
    ...(toBound(form.days, 0, histMax) === undefined ? { days: 'range' } : {}),
    ...(toBound(form.cap, capMin, capMax) === undefined ? { cap: 'range' } : {}),
  };
}

/** Checks the form by the rules of the wire. `input` is there when nothing is wrong. */
export function checkFounding(form: Founding): { problems: FoundingProblems; input?: FoundingInput } {
  const { problem: nameProblem, value: nn } = checkMemberName(form.name);
  const days = toBound(form.days, 0, communityLimits.histMax);
  const cap = toBound(form.cap, communityLimits.capMin, communityLimits.capMax);
  const code = form.code.trim();
  const problems: FoundingProblems = { ...placeProblems(form), ...(nameProblem ? { name: nameProblem } : {}) };
  if (Object.keys(problems).length > 0 || days === undefined || cap === undefined) return { problems };
  const text = <Key extends string>(key: Key, value: string) =>
    value.trim() === '' ? {} : ({ [key]: value.trim() } as { [Name in Key]: string });
  return {
    problems,
    input: {
      title: form.title.trim(),
      nn,
      cap,
      hist: days,
      ...text('about', form.about),
      ...(form.join === 'code' ? { code } : {}),
      set: {
        join: joinMode[form.join],
        ...text('rules', form.rules),
        ...(form.topic === '' ? {} : { cat: form.topic }),
        ...(form.join === 'approval' ? text('ask', form.question) : {}),
        ...(form.isListed ? { listed: 1 as const } : {}),
        ...(form.isReadable ? { peek: 1 as const } : {}),
      },
    },
  };
}

function codeProblem(code: string): FoundingProblems {
  if (code === '') return { code: 'missing' };
  if (code.length < communityLimits.codeMin) return { code: 'short' };
  return code.length > communityLimits.codeMax ? { code: 'long' } : {};
}

/** A whole number between two bounds, written in digits of any width. */
export function toBound(text: string, least: number, most: number): number | undefined {
  const digits = text.normalize('NFKC').trim();
  if (!/^\d{1,5}$/.test(digits)) return undefined;
  const value = Number(digits);
  return value >= least && value <= most ? value : undefined;
}
