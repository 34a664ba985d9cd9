import { describe, expect, it } from 'vitest';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { requests } from '#protocol/requests.ts';
import { checkSettings, toSettingsForm, type PlaceNow } from './checkSettings.ts';

const now: PlaceNow = {
  meta: {
    title: 'Film Pelan',
    about: 'Slow photographs',
    cap: 500,
    hist: 30,
    set: { join: joinMode.code, listed: 1, cat: 'hobbies', rules: 'Be kind', slow: 30 },
  },
  code: 'half-frame',
};
const form = toSettingsForm(now);

describe('the settings form of a community', () => {
  it('changes nothing as it is filled in, nor by spaces around words', () => {
    expect(checkSettings(form, now)).toEqual({ problems: {} });
    expect(checkSettings({ ...form, title: ' Film Pelan ', code: 'half-frame ' }, now)).toEqual({ problems: {} });
    const bare: PlaceNow = { meta: { cap: 5_000 } };
    expect(checkSettings({ ...toSettingsForm(bare), title: 'x' }, bare)).toEqual({
      problems: {},
      change: { meta: { title: 'x' } },
    });
  });

  it('asks only for what differs', () => {
    expect(checkSettings({ ...form, title: 'Film', about: '' }, now).change).toEqual({
      meta: { title: 'Film', about: '' },
    });
    expect(checkSettings({ ...form, cap: '600', days: '0' }, now).change).toEqual({
      settings: { set: {}, cap: 600, hist: 0 },
    });
    expect(checkSettings({ ...form, isListed: false, isReadable: true, topic: '', rules: ' ' }, now).change).toEqual({
      settings: { set: { listed: null, peek: 1, cat: null, rules: null } },
    });
    expect(checkSettings({ ...form, code: 'full-frame' }, now).change).toEqual({
      settings: { set: {}, code: 'full-frame' },
    });
  });

  it('lets go of a code and a question that the way of joining does not use', () => {
    expect(checkSettings({ ...form, join: 'approval', question: 'Why?' }, now).change).toEqual({
      settings: { set: { join: joinMode.approval, ask: 'Why?' }, code: null },
    });
    const aside: PlaceNow = { ...now, meta: { ...now.meta, set: { join: joinMode.open } } };
    expect(checkSettings(toSettingsForm(aside), aside)).toEqual({ problems: {} });
    const asking: PlaceNow = { meta: { ...now.meta, set: { join: joinMode.approval, ask: 'Why?' } } };
    expect(checkSettings({ ...toSettingsForm(asking), join: 'closed' }, asking).change).toEqual({
      settings: { set: { join: null, ask: null } },
    });
  });

  it('says what is wrong, and asks then for nothing', () => {
    const wrong = { ...form, title: ' ', code: 'abc', cap: '4', days: '181', about: 'x'.repeat(1_001) };
    expect(checkSettings(wrong, now)).toEqual({
      problems: { title: 'missing', code: 'short', cap: 'range', days: 'range', about: 'long' },
    });
  });

  it('writes what the wire takes', () => {
    const { change } = checkSettings({ ...form, cap: '\uff16\uff10\uff10', join: 'open', rules: 'New' }, now);
    const op = '00000000-0000-4000-8000-000000000000';
    expect(requests.chatSettings.input.safeParse({ c: 1, op, ...change?.settings }).success).toBe(true);
    expect(change?.settings?.cap).toBe(600);
  });
});
