import { describe, expect, it } from 'vitest';
import { answersMax } from '#domain/pollRules.ts';
import { emptyPoll, pollEnds, toPoll, withOption, withoutOption } from './pollDraft.ts';

const now = 1_000_000;
const full = { ...emptyPoll, question: ' Where  to? ', options: ['Here', ' There ', ''] };

describe('a poll that is being written', () => {
  it('always has room for one more option, up to twelve', () => {
    let options: string[] = [...emptyPoll.options];
    for (let n = 0; n < 20; n += 1) options = withOption(options, Math.min(n, options.length - 1), `o${n}`);
    expect(options).toHaveLength(answersMax);
    expect(withOption(['a', 'b', ''], 1, 'c')).toEqual(['a', 'c', '']);
    expect(withOption(['a', 'b'], 1, 'c\nd\r\ne')).toEqual(['a', 'c', 'd', 'e', '']);
    const many = withOption(['a', ''], 1, Array.from({ length: 30 }, (_, n) => `line ${n}`).join('\n'));
    expect(many).toHaveLength(answersMax);
  });

  it('loses an option and keeps the empty one', () => {
    expect(withoutOption(['a', 'b', ''], 0)).toEqual(['b', '']);
    expect(withoutOption(Array.from({ length: answersMax }, String), 3).at(-1)).toBe('');
  });

  it('is anonymous unless said otherwise, and says only what was chosen', () => {
    expect(toPoll(full, now)).toEqual({ body: { x: 'Where to?', o: ['Here', 'There'] } });
    const all = { ...full, isMany: true, isHidden: false, canAdd: true, end: 'day' as const };
    expect(toPoll(all, now)).toEqual({
      body: { x: 'Where to?', o: ['Here', 'There'], many: 1, open: 1, add: 1, end: now + 24 * 3_600_000 },
    });
  });

  it('ends later than now at each end that can be chosen', () => {
    for (const end of pollEnds.filter((one) => one !== 'never' && one !== 'at')) {
      const poll = toPoll({ ...full, end }, now);
      expect('body' in poll && poll.body.end).toBeGreaterThan(now);
    }
  });

  it('says what is wrong: no question, too few options, two alike, an end that is none', () => {
    expect(toPoll({ ...full, question: ' ' }, now)).toEqual({ wrong: 'question' });
    expect(toPoll({ ...full, options: ['Here', '', ''] }, now)).toEqual({ wrong: 'answers' });
    expect(toPoll({ ...full, options: ['Café', 'CAFE', ''] }, now)).toEqual({ wrong: 'alike' });
    for (const time of ['', 'nonsense', '1970-01-01T00:00']) {
      expect(toPoll({ ...full, end: 'at', time }, now), time).toEqual({ wrong: 'end' });
    }
    expect(toPoll({ ...full, end: 'at', time: '1999-01-01T00:00' }, now)).toEqual({ wrong: 'end' });
    expect(toPoll({ ...full, end: 'at', time: '1970-03-01T10:00' }, now)).toHaveProperty('body.end');
  });
});
