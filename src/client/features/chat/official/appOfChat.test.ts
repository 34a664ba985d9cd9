import { expect, it } from 'vitest';
import { officialWindow } from '#testing/sampleAppCards.ts';
import { appOfChat } from './appOfChat.ts';

const { messages } = officialWindow;

it('is the app of the newest card that can be read', () => {
  expect(appOfChat({ messages })).toBe('antre');
  const broken = messages.map((row) => (row.s === 3 ? { ...row, b: { words: 1 } } : row));
  expect(appOfChat({ messages: broken })).toBe('antre');
});

it('is not known from texts, from what was unsent, and from nothing', () => {
  expect(appOfChat({ messages: messages.slice(0, 1) })).toBeUndefined();
  expect(appOfChat({ messages: messages.map((row) => ({ ...row, del: 5 })) })).toBeUndefined();
  expect(appOfChat({ messages: [] })).toBeUndefined();
});
