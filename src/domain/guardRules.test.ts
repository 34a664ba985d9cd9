import { describe, expect, it } from 'vitest';
import { memberRole } from '#protocol/entities/memberState.ts';
import { approvalWait, isGuardian, needsSecondAdmin } from './guardRules.ts';

const day = 24 * 3_600_000;

describe('the guard', () => {
  it('asks a second admin about the sixth person within the window', () => {
    expect([needsSecondAdmin(0, 5), needsSecondAdmin(4, 1), needsSecondAdmin(5, 1), needsSecondAdmin(0, 6)]).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('is led by owner and admins', () => {
    expect(Object.values(memberRole).map(isGuardian)).toEqual([false, false, true, true]);
  });

  it('counts an approval a day after the role was given', () => {
    expect([approvalWait(0, 0), approvalWait(0, day - 1), approvalWait(0, day), approvalWait(0, 9 * day)]).toEqual([
      day,
      1,
      0,
      0,
    ]);
  });
});
