import { describe, expect, it } from 'vitest';
import { addUrl, joinUrl, parseAppLink } from './appLinks.ts';

const here = 'https://kabar.example';
const code = 'q2W-8x_LmN0pQrStUvWxYz';

describe('links of the app', () => {
  it('are read as they were made', () => {
    expect(parseAppLink(joinUrl(here, code), here)).toEqual({ to: 'join', code });
    expect(parseAppLink(addUrl(here, 'minori.ao'), here)).toEqual({ to: 'add', handle: 'minori.ao' });
    expect(parseAppLink(` ${here}/add/Minori_Ao/ `, here)).toEqual({ to: 'add', handle: 'minori_ao' });
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
    `${here}/add/ab`,
    `${here}/add/näme`,
    `javascript:alert(1)//join/${code}`,
  ])('nothing else is: %s', (text) => {
    expect(parseAppLink(text, here)).toBeUndefined();
  });
});
