import { expect, it } from 'vitest';
import { sampleNow } from '#testing/samplePeople.ts';
import { samplePassport } from '#testing/sampleApps.ts';
import { passportCopy } from './passportCopy.ts';

it('a copy holds everything, with times and answers that people can read', () => {
  const { name, text } = passportCopy(samplePassport, sampleNow);
  expect(name).toBe('patungan-2025-10-17.json');
  const copy: unknown = JSON.parse(text);
  expect(copy).toMatchObject({
    app: { id: 'patungan' },
    copied: '2025-10-17T12:24:00.000Z',
    asked: 3,
    yes: 2,
    keys: 4,
    grants: [{ scope: 'profile', answer: 'allowed' }, { scope: 'write', answer: 'allowed' }, { answer: 'denied' }],
    log: samplePassport.log.map(({ what }) => ({ what })),
  });
});
