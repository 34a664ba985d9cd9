import { createInstance } from 'i18next';
import { expect, it } from 'vitest';
import { officialChat } from '#testing/sampleAppCards.ts';
import { sampleChats } from '#testing/sampleChats.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { LocalChat } from '#sync/changes.ts';
import { toPreview } from './toPreview.ts';

const i18n = createInstance();
await i18n.init({ lng: 'en', resources: {} });
const t = i18n.t as unknown as Translate;
const group = sampleChats.find(({ c }) => (c as number) === 2_001) as LocalChat;
const previewOf = (chat: LocalChat) =>
  toPreview(t, { chat, draft: '', pending: undefined, typing: [], nameOf: (mid) => `N${mid}`, language: 'en' });
const newest = (chat: LocalChat, l: object): LocalChat => ({
  ...chat,
  head: { ...chat.head, l: { ...chat.head.l, ...l } as LocalChat['head']['l'] },
});

it('says the words of a card with who sent it, in the reading direction of the list', () => {
  const chat = newest(group, { k: 3, u: 1_002, x: 'A gift\u202E for\nSari' });
  expect(previewOf(chat)).toEqual({ kind: 'message', text: 'A gift for Sari', author: 'N1002' });
});

it('names nobody where a mini-app writes: the row has its name', () => {
  expect(previewOf(officialChat)).toEqual({ kind: 'message', text: 'Your turn: counter 2' });
});

it('stays a line for what no version knows', () => {
  const chat = newest(group, { k: 99, u: 1_002, x: undefined });
  expect(previewOf(chat)).toMatchObject({ kind: 'quiet' });
});
