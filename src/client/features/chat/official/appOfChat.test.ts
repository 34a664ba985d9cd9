import { expect, it } from 'vitest';
import { officialWindow } from '#testing/sampleAppCards.ts';
import { appOfChat } from './appOfChat.ts';

const { messages } = officialWindow;

it('is named by the newest message that names one', () => {
  expect(appOfChat({ messages })).toBe('antre');
  expect(appOfChat({ messages: messages.slice(0, 1) })).toBe('antre');
  const broken = messages.map((row) => (row.s === 3 ? { ...row, b: { app: '../evil' } } : row));
  expect(appOfChat({ messages: broken })).toBe('antre');
});

it('is not known from what was unsent, from other words, and from nothing', () => {
  expect(appOfChat({ messages: messages.map((row) => ({ ...row, del: 5 })) })).toBeUndefined();
  expect(appOfChat({ messages: messages.map((row) => ({ ...row, b: { app: 7 } })) })).toBeUndefined();
  expect(appOfChat({ messages: [] })).toBeUndefined();
});
