import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { demoPeople } from './demoPeople.ts';
import { demoSize, planDemo } from './demoPlan.ts';

describe('planDemo', () => {
  const plan = planDemo(7);

  it('makes the promised world', () => {
    expect(demoPeople).toHaveLength(25);
    expect(plan.chats).toHaveLength(40);
    const total = plan.chats.reduce((sum, chat) => sum + chat.messages.length, 0);
    expect(Math.abs(total - 20_000)).toBeLessThan(40);
    expect(Math.max(...plan.chats.map((chat) => chat.members.length))).toBe(60);
    const oldest = Math.max(...plan.chats.flatMap((chat) => chat.messages.map((message) => message.ago)));
    expect(oldest / 86_400_000).toBeGreaterThan(180);
    expect(oldest / 86_400_000).toBeLessThan(202);
  });

  it('is the same for the same seed and another for another', () => {
    expect(planDemo(7)).toEqual(plan);
    expect(planDemo(8)).not.toEqual(plan);
  });

  it('keeps every plan possible: members write, in order, before now, and nobody reacts to their own', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const small = planDemo(seed, { ...demoSize, messages: 300, chats: 20, days: 30 });
        const pairs = small.chats
          .filter((chat) => chat.kind === 'dm')
          .map((chat) => chat.members.toSorted((a, b) => a - b).join(':'));
        expect(new Set(pairs).size).toBe(pairs.length);
        for (const chat of small.chats) {
          expect(new Set(chat.members).size).toBe(chat.members.length);
          let before = Infinity;
          for (const message of chat.messages) {
            expect(message.ago).toBeLessThan(before);
            expect(message.ago).toBeGreaterThan(0);
            before = message.ago;
            expect(chat.members).toContain(message.sender);
            for (const reaction of message.reactions) expect(reaction.person).not.toBe(message.sender);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});
