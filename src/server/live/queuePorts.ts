import type { ChatId } from '#protocol/ids.ts';
import type { AppendOutput } from '#server/storage/units/messages/appendTypes.ts';
import type { Announcer } from './announcer.ts';
import type { LiveParts } from './createLive.ts';
import { Pace } from './pace.ts';
import type { ReadMarksPorts } from './readMarks.ts';
import type { Rooms } from './rooms.ts';
import type { SequencerPorts } from './sequencer.ts';
import type { Tracker } from './tracker.ts';
import type { ReactionWish, VoteWish, WishesPorts } from './wishes.ts';

/*
 * The queues in front of the database: what they write, and how it is announced when it is durable.
 */

export function sequencerPorts(
  { storage, failed, clock, delivery }: LiveParts,
  { announcer, tracker, rooms }: { announcer: Announcer; tracker: Tracker; rooms: Rooms },
): SequencerPorts {
  return {
    failed,
    pace: new Pace({ clock, audience: (c) => delivery.roomSize(rooms.everyPacket(c)) }),
    append: (c, requests) => storage.run('appendMessages', { c, requests }),
    committed: (c, output) => announceMessages(announcer, tracker, c, output),
    inDoubt: (c) => void tracker.heal(c),
  };
}

export function readMarksPorts({ storage, clock }: LiveParts, announcer: Announcer): ReadMarksPorts {
  return {
    clock,
    flush: async (wishes) => {
      const marks = wishes.map(({ c, user, seq }) => ({ c, userId: user, s: seq }));
      const output = await storage.run('flushReads', marks);
      for (const user of output.settings) announcer.user(user);
      return output.reads;
    },
    tell: (reads) => announcer.reads(reads),
  };
}

export function reactionsPorts({ storage, clock }: LiveParts, announcer: Announcer): WishesPorts<ReactionWish> {
  return {
    clock,
    write: async (c, wishes) => {
      const items = wishes.map(({ user, seq, emoji, op }) => ({ userId: user, s: seq, e: emoji, op }));
      const { answers, delta, personal, within } = await storage.run('setReactions', { c, items });
      return { outcomes: answers, ...(delta ? { change: { delta, personal, ...within } } : {}) };
    },
    committed: (change) => announcer.change(change),
  };
}

export function ballotsPorts({ storage, clock }: LiveParts, announcer: Announcer): WishesPorts<VoteWish> {
  return {
    clock,
    write: async (c, wishes) => {
      const items = wishes.map(({ user, seq, choice, op }) => ({ userId: user, s: seq, o: choice, op }));
      const { answers, delta, personal, votes, within } = await storage.run('setBallots', { c, items });
      return { outcomes: answers, ...(delta ? { change: { delta, personal, votes, ...within } } : {}) };
    },
    committed: (change) => announcer.change(change),
  };
}

function announceMessages(announcer: Announcer, tracker: Tracker, c: ChatId, output: AppendOutput): void {
  const { delta, personal, reads, settings, hasDuplicate, within } = output;
  // Before the delta: whoever had blocked the sender would see the count rise otherwise.
  announcer.reads(reads);
  if (delta) announcer.change({ delta, personal, ...within });
  for (const user of settings) announcer.user(user);
  if (hasDuplicate) void tracker.heal(c);
}
