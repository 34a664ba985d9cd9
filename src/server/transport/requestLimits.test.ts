import { describe, expect, it } from 'vitest';
import { requests, type RequestName } from '#protocol/requests.ts';
import { createLimiter } from './limiter.ts';
import { accountFactor, bucketOf, rateLimits, type RateLimitName } from './rateLimits.ts';
import { createRequestLimits, type RequestLimits } from './requestLimits.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

function start(): { limits: RequestLimits; clock: { ms: number } } {
  const clock = { ms: 1_700_000_000_000 };
  return {
    limits: createRequestLimits(
      createLimiter(() => clock.ms),
      rateLimits,
    ),
    clock,
  };
}
const passes = (work: () => void): boolean => {
  try {
    work();
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'RATE', retry: expect.any(Number) });
    return false;
  }
};
/** How many pass before the first refusal. */
function countUntilRefused(work: () => void): number {
  let count = 0;
  while (count < 100_000 && passes(work)) count += 1;
  return count;
}

describe('request limits at their defaults', () => {
  const promised: [RequestName, number, number][] = [
    ['sync.open', 12, minute],
    ['sync.delta', 30, 10 * second],
    ['history.get', 30, 10 * second],
    ['members.list', 10, 10 * second],
    ['message.send', 60, 20 * second],
    ['message.edit', 30, minute],
    ['message.unsend', 30, minute],
    ['message.react', 60, minute],
    ['chat.create', 20, hour],
    ['chat.invite', 10, hour],
    ['link.create', 30, hour],
    ['link.peek', 30, minute],
    ['link.use', 20, hour],
    ['account.password', 5, hour],
    ['user.find', 20, minute],
  ];
  it.each(promised)('%s: %d at once, all again after %d ms', (name, burst, windowMs) => {
    const { limits, clock } = start();
    const one = () => limits.request(name, { userId: 1, deviceId: 'd' }, 1);
    expect(countUntilRefused(one)).toBe(burst);
    clock.ms += Math.ceil(windowMs / burst);
    expect(countUntilRefused(one)).toBe(1);
    clock.ms += windowMs;
    expect(countUntilRefused(one)).toBe(burst);
  });

  it('every request of the registry has one', () => {
    for (const { name } of Object.values(requests)) {
      const { limits } = start();
      const count = countUntilRefused(() => limits.request(name, { userId: 1, deviceId: 'd' }, 1));
      expect([name, count]).toEqual([name, bucketOf(rateLimits, name).burst]);
    }
  });

  it('count messages, not packets', () => {
    const { limits } = start();
    expect(countUntilRefused(() => limits.request('message.send', { userId: 1, deviceId: 'd' }, 20))).toBe(3);
  });

  it('count the account too, so that more devices help only so far', () => {
    const { limits } = start();
    let device = 0;
    const passed = countUntilRefused(() => limits.request('message.edit', { userId: 1, deviceId: `d${device++}` }, 1));
    expect(passed).toBe(30 * accountFactor);
    expect(passes(() => limits.request('message.edit', { userId: 2, deviceId: 'other' }, 1))).toBe(true);
  });

  const steps: [RateLimitName, number, number][] = [
    ['signUpIp', 10, hour],
    ['logInIp', 20, 10 * minute],
    ['logInHandle', 10, 15 * minute],
    ['refreshIp', 120, 10 * minute],
    ['badPackets', 5, minute],
    ['refusals', 60, minute],
  ];
  it.each(steps)('%s: %d per %d ms and key', (name, burst, windowMs) => {
    const { limits, clock } = start();
    expect(countUntilRefused(() => limits.step(name, 'a'))).toBe(burst);
    expect(passes(() => limits.step(name, 'b'))).toBe(true);
    clock.ms += windowMs;
    expect(countUntilRefused(() => limits.step(name, 'a'))).toBe(burst);
  });

  it('let typing through once in 3 s', () => {
    const { limits, clock } = start();
    expect(countUntilRefused(() => limits.step('typing', 'd c'))).toBe(1);
    clock.ms += 3 * second;
    expect(countUntilRefused(() => limits.step('typing', 'd c'))).toBe(1);
  });

  it('let a person fetch 50,000 history rows a day', () => {
    const { limits, clock } = start();
    let rows = 0;
    while (passes(() => limits.rowsLeft(1))) {
      limits.rows(1, 100);
      rows += 100;
    }
    expect(rows).toBeGreaterThan(49_000);
    expect(rows).toBeLessThanOrEqual(50_100);
    clock.ms += 24 * hour;
    expect(passes(() => limits.rowsLeft(1))).toBe(true);
  });

  it('can be switched off', () => {
    const limits = createRequestLimits(
      createLimiter(() => 0),
      null,
    );
    expect(countUntilRefused(() => limits.step('signUpIp', 'a'))).toBe(100_000);
  });
});
