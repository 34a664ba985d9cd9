import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '#protocol/limits.ts';
import { answerKey, canAddAnswer, isPollOver, pollProblem, trimAnswer } from './pollRules.ts';

describe('polls', () => {
  it('end at their time and when they are closed', () => {
    expect(isPollOver({}, 5)).toBe(false);
    expect(isPollOver({ end: 5 }, 4)).toBe(false);
    expect(isPollOver({ end: 5 }, 5)).toBe(true);
    expect(isPollOver({ end: 9, done: 1 }, 5)).toBe(true);
  });

  it('take answers of others while there is room and time', () => {
    expect(canAddAnswer({ add: 1 }, limits.pollOptionsMax - 1, 0)).toBe(true);
    expect(canAddAnswer({ add: 1 }, limits.pollOptionsMax, 0)).toBe(false);
    expect(canAddAnswer({}, 2, 0)).toBe(false);
    expect(canAddAnswer({ add: 1, end: 1 }, 2, 1)).toBe(false);
  });

  it('tell answers apart by what they say, not by how they are typed', () => {
    expect(answerKey(' Café  Nord ')).toBe(answerKey('CAFE nord'));
    expect(answerKey('ﾃｽﾄ')).toBe(answerKey('てすと'));
    expect(answerKey('a')).not.toBe(answerKey('b'));
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(answerKey(trimAnswer(text))).toBe(answerKey(text));
        expect(trimAnswer(trimAnswer(text))).toBe(trimAnswer(text));
      }),
    );
  });

  it('have a question, two answers, and an end within a year', () => {
    const poll = { x: 'Where?', o: ['a', 'b'] };
    expect(pollProblem(poll, 0)).toBeUndefined();
    expect(pollProblem({ ...poll, end: limits.pollMaxMs }, 0)).toBeUndefined();
    expect(pollProblem({ ...poll, end: limits.pollMaxMs + 1 }, 0)).toBe('end');
    expect(pollProblem({ ...poll, end: 7 }, 7)).toBe('end');
    expect(pollProblem({ ...poll, x: '\u3000' }, 0)).toBe('question');
    expect(pollProblem({ ...poll, o: ['a'] }, 0)).toBe('answers');
    expect(pollProblem({ ...poll, o: ['a', ' '] }, 0)).toBe('answers');
    expect(pollProblem({ ...poll, o: ['A', 'ａ'] }, 0)).toBe('alike');
  });
});
