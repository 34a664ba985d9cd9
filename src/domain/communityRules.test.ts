import { describe, expect, it } from 'vitest';
import { communityCreate } from '#protocol/requests/communityCreate.ts';
import { checkFounding, checkMemberName, toJoinWay, toRoleName, type Founding } from './communityRules.ts';

const form: Founding = {
  title: ' Film Pelan ',
  about: '',
  rules: '',
  topic: '',
  name: '  Lampu   Merah ',
  isListed: false,
  isReadable: false,
  join: 'open',
  code: '',
  question: '',
  days: '180',
  cap: '５０００',
};
const op = '00000000-0000-4000-8000-000000000001';

describe('the form of a new community', () => {
  it('becomes what the server is asked, with numbers in any width', () => {
    const { problems, input } = checkFounding(form);
    expect(problems).toEqual({});
    expect(input).toEqual({ title: 'Film Pelan', nn: 'Lampu Merah', cap: 5_000, hist: 180, set: { join: 1 } });
    expect(communityCreate.input.safeParse({ ...input, op }).success).toBe(true);
  });

  it('sends only what belongs to the way of joining', () => {
    const all = { ...form, about: 'a', rules: 'r', topic: 'music' as const, isListed: true, isReadable: true };
    const secrets = { code: ' half-frame ', question: 'Why?' };
    expect(checkFounding({ ...all, ...secrets, join: 'code' }).input).toEqual({
      ...{ title: 'Film Pelan', nn: 'Lampu Merah', cap: 5_000, hist: 180, about: 'a', code: 'half-frame' },
      set: { join: 3, rules: 'r', cat: 'music', listed: 1, peek: 1 },
    });
    const asking = checkFounding({ ...all, ...secrets, join: 'approval' }).input;
    expect(asking).not.toHaveProperty('code');
    expect(asking?.set).toMatchObject({ join: 2, ask: 'Why?' });
    expect(checkFounding({ ...all, ...secrets, join: 'closed' }).input?.set).not.toHaveProperty('ask');
  });

  it('says of each field what is wrong with it', () => {
    const long = 'x'.repeat(2_001);
    expect(checkFounding({ ...form, title: ' ', name: '', join: 'code', days: '181', cap: '4' })).toEqual({
      problems: { title: 'missing', name: 'missing', code: 'missing', days: 'range', cap: 'range' },
    });
    const wrong = { title: long, name: 'x'.repeat(21), about: long, rules: long, days: '-1', cap: '5001' };
    expect(checkFounding({ ...form, ...wrong, join: 'approval', question: long }).problems).toEqual({
      ...{ title: 'long', name: 'long', about: 'long', rules: 'long', question: 'long', days: 'range', cap: 'range' },
    });
    expect(checkFounding({ ...form, join: 'code', code: 'abc' }).problems).toEqual({ code: 'short' });
    expect(checkFounding({ ...form, join: 'code', code: long }).problems).toEqual({ code: 'long' });
    expect(checkFounding({ ...form, days: '', cap: '1e3' }).problems).toEqual({ days: 'range', cap: 'range' });
  });
});

it('a name inside a community needs something to tell it by', () => {
  expect(checkMemberName('…!?').problem).toBe('characters');
  expect(checkMemberName(' 慢速　底片 ')).toEqual({ value: '慢速 底片' });
});

it('join modes and roles that this version does not know count as the ones below', () => {
  expect([0, 1, 2, 3, 9].map(toJoinWay)).toEqual(['closed', 'open', 'approval', 'code', 'closed']);
  expect([0, 1, 2, 3, 4].map((ro) => toRoleName({ ro }))).toEqual(['member', 'moderator', 'admin', 'owner', 'owner']);
});
