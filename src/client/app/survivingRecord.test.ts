import { describe, expect, it } from 'vitest';
import { toDeviceId } from '#protocol/casts.ts';
import { sampleMe } from '#testing/samplePeople.ts';
import { survivingRecord } from './survivingRecord.ts';

const deviceId = toDeviceId('00000000-0000-4000-8000-00000000d001');
const session = { state: 'in' as const, userId: sampleMe.id, deviceId, account: sampleMe };
const record = { uid: sampleMe.id, deviceId, account: sampleMe, lastUsed: 1 };

describe('survivingRecord', () => {
  it('E13: a database that goes after its person has logged out elsewhere is not made anew', async () => {
    const kabar = { getAccount: async () => undefined, putAccount: async () => undefined };
    expect(await survivingRecord(kabar, session, 'deleted')).toBeUndefined();
  });

  it('E13: one that was deleted otherwise is', async () => {
    const kabar = { getAccount: async () => record, putAccount: async () => undefined };
    expect(await survivingRecord(kabar, session, 'deleted')).toMatchObject({ uid: sampleMe.id, deviceId });
  });

  it('E13: when the browser took everything, the session in this tab is enough, and an ended one stays ended', async () => {
    let tries = 0;
    const kabar = {
      getAccount: () => Promise.reject(new Error('closed')),
      async putAccount() {
        tries += 1;
        if (tries === 1) throw new Error('closed');
      },
    };
    expect(await survivingRecord(kabar, { ...session, state: 'ended' }, 'lost')).toMatchObject({ ended: 1 });
    expect(tries).toBe(2);
  });
});
