import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fakeClock } from '#testing/fakeClock.ts';
import { createEndpoints } from './endpoints.ts';

const nodes = ['https://n1.example', 'https://n2.example', 'https://n3.example'];

describe('the addresses of the service', () => {
  it('C9: without named nodes there is only the page itself', () => {
    const endpoints = createEndpoints('device', fakeClock());
    expect([endpoints.count(), endpoints.next(), endpoints.hasOther('')]).toEqual([1, '', false]);
    endpoints.failed('');
    expect(endpoints.next()).toBe('');
    endpoints.learn([]);
    expect([endpoints.count(), endpoints.next()]).toEqual([1, '']);
  });

  it('C9: a device has an order of its own, whatever order the server names, and devices spread', () => {
    const firsts = new Map<string, number>();
    for (let device = 0; device < 300; device += 1) {
      const endpoints = createEndpoints(`device ${device}`, fakeClock());
      endpoints.learn(nodes);
      const first = endpoints.next();
      endpoints.learn(nodes.toReversed());
      expect(endpoints.next()).toBe(first);
      firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    expect([...firsts.keys()].toSorted()).toEqual(nodes);
    for (const count of firsts.values()) expect(count).toBeGreaterThan(60);
  });

  it('C9: what failed comes last for 30 s; when all have failed, the one that failed first', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.shuffledSubarray([...nodes, ''], { minLength: 4 }), (device, order) => {
        const clock = fakeClock();
        let elapsed = 0;
        const endpoints = createEndpoints(device, { elapsed: () => elapsed });
        endpoints.learn(nodes);
        const first = endpoints.next();
        endpoints.failed(first);
        expect(endpoints.next()).not.toBe(first);
        for (const url of order) {
          elapsed += 1;
          endpoints.failed(url);
        }
        expect(endpoints.next()).toBe(order[0]);
        elapsed += 31_000;
        expect(endpoints.next()).toBe(first);
        expect(clock.pending()).toBe(0);
      }),
    );
  });
});
