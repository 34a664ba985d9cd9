import type { MemberId } from '#protocol/ids.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { act } from './act.ts';
import type { ActInput, ActOutcome } from './ActOutcome.ts';
import { applyMute } from './applyMute.ts';
import { findMember } from './findMember.ts';

export interface MuteInput extends ActInput {
  member: MemberId;
  minutes: number;
  why?: string | undefined;
}

/** Takes the word from a member, or gives it back. Throws NOT_MEMBER, FORBIDDEN, NOT_FOUND (not in the chat). */
export const muteMember = writeUnit((tx, input: MuteInput): Promise<ActOutcome<{ until?: number }>> =>
  act(tx, input, { name: 'member.mute', may: () => true }, async (acting) => {
    const other = await findMember(tx, input.c, input.member);
    const until = await applyMute(tx, acting, other, { minutes: input.minutes, x: input.why });
    return until === undefined ? {} : { until };
  }),
);
