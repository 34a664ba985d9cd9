import { describe, expect, it } from 'vitest';
import { addUrl, appPath, appUrl, isAppId, joinUrl, parseAppLink, parseStart } from './appLinks.ts';

const here = 'https://kabar.example';
const code = 'q2W-8x_LmN0pQrStUvWxYz';

describe('links of the app', () => {
  it('are read as they were made', () => {
    expect(parseAppLink(joinUrl(here, code), here)).toEqual({ to: 'join', code });
    expect(parseAppLink(addUrl(here, 'minori.ao'), here)).toEqual({ to: 'add', handle: 'minori.ao' });
    expect(parseAppLink(` ${here}/add/Minori_Ao/ `, here)).toEqual({ to: 'add', handle: 'minori_ao' });
    expect(parseAppLink(appUrl(here, 'antre', 'desk_4-b'), here)).toEqual({
      to: 'app',
      app: 'antre',
      start: 'desk_4-b',
    });
    expect(parseAppLink(appUrl(here, 'peta-jajan'), here)).toEqual({ to: 'app', app: 'peta-jajan' });
    expect(parseAppLink(appPath('antre', 'x'), here)).toEqual({ to: 'app', app: 'antre', start: 'x' });
    expect(parseAppLink(`${here}/apps/antre/?a=1`, here)).toEqual({ to: 'app', app: 'antre' });
    expect(parseAppLink(`/join/${code}`, here)).toEqual({ to: 'join', code });
  });

  it.each([
    '',
    'hello',
    `https://evil.example/join/${code}`,
    `${here}.evil.example/join/${code}`,
    `http://kabar.example/join/${code}`,
    `${here}/join/short`,
    `${here}/join/${code}/more`,
    `${here}/join/${code}?x=1`,
    `${here}/join/../add/abc`,
    `${here}/apps/make`,
    `${here}/apps/review`,
    `${here}/apps/Antre`,
    `${here}/apps/antre/passport`,
    `${here}/apps/a--b`,
    `${here}/add/ab`,
    `${here}/add/näme`,
    `javascript:alert(1)//join/${code}`,
  ])('nothing else is: %s', (text) => {
    expect(parseAppLink(text, here)).toBeUndefined();
  });
});

it('what a link tells an app is one word', () => {
  expect(parseStart('startapp=desk_4')).toBe('desk_4');
  expect(parseStart('?a=1&startapp=x-1&b=2')).toBe('x-1');
  for (const search of ['', 'startapp=', 'startapp=a%20b', 'nostartapp=x', `startapp=${'x'.repeat(513)}`]) {
    expect(parseStart(search)).toBeUndefined();
  }
});

it('places beside the apps are no apps', () => {
  expect(['antre', 'a1b', 'make', 'review', 'passport', 'ab', '1ab', 'a-'].map(isAppId)).toEqual([
    ...[true, true, false, false, false, false, false, false],
  ]);
});
