import { canAddAnswer, isPollOver } from '#domain/pollRules.ts';
import type { FeedItem } from '../model/FeedItem.ts';

/** One answer of a poll with its votes. */
export interface TallyAnswer {
  text: string;
  count: number;
  isMine: boolean;
}

/** A poll as it stands, with what this person has just chosen laid over what the server has counted. */
export interface PollTally {
  answers: readonly TallyAnswer[];
  /** people who voted */
  voters: number;
  /** numbers of my answers */
  mine: readonly number[];
  isMany: boolean;
  isOpen: boolean;
  isOver: boolean;
  canAdd: boolean;
  /** until when votes count, server clock, ms */
  end: number | undefined;
}

interface Body {
  o?: readonly string[];
  many?: 1;
  open?: 1;
  add?: 1;
  end?: number;
  done?: 1;
}

/** Reads a poll out of its line. `now`: server clock, ms. Total: what is missing counts as nothing. */
export function pollTally(
  { row, content, myVote }: Pick<FeedItem, 'row' | 'content' | 'myVote'>,
  now: number,
): PollTally {
  const body = (content?.b ?? {}) as Body;
  const texts = [...(body.o ?? []), ...(row?.ex?.bo ?? [])];
  const stored = row?.mb ?? [];
  const mine = myVote ?? stored;
  const counts = texts.map((_, number) => {
    const told = row?.ex?.bt?.[number] ?? 0;
    return Math.max(0, told + Number(mine.includes(number)) - Number(stored.includes(number)));
  });
  const told = row?.ex?.bn ?? 0;
  return {
    answers: texts.map((text, number) => ({ text, count: counts[number] ?? 0, isMine: mine.includes(number) })),
    voters: Math.max(0, told + Number(mine.length > 0) - Number(stored.length > 0)),
    mine,
    isMany: body.many === 1,
    isOpen: body.open === 1,
    isOver: isPollOver(body, now),
    canAdd: canAddAnswer(body, texts.length, now),
    end: body.end,
  };
}

/** My choice after one answer was pressed: of several it is one more or one less; of one it takes the place of the other, and pressed again it is taken back. */
export function pickAnswer({ mine, isMany }: Pick<PollTally, 'mine' | 'isMany'>, number: number): number[] {
  if (mine.includes(number)) return mine.filter((other) => other !== number);
  return isMany ? [...mine, number].toSorted((one, other) => one - other) : [number];
}
