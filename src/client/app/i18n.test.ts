import i18next from 'i18next';
import { expect, test } from 'vitest';
import { inCompany } from '#client/ui/partCompany.ts';
import { showLanguage, startI18n } from './i18n.ts';

test('a screen that is fetched before the language is there has its words when it comes', async () => {
  const screen = inCompany(() => Promise.resolve('screen'))();
  await startI18n('en');
  expect(await screen).toBe('screen');
  expect(i18next.t('settings.title')).toBe('Settings');
  await showLanguage('ko');
  expect(i18next.exists('settings.title')).toBe(true);
  expect(i18next.t('chatList.title')).not.toBe('Chats');
});

test('numbers in texts stand as the language writes them; the plural is chosen by the number', async () => {
  await showLanguage('en');
  expect(i18next.t('community.showMembers', { count: 5_000 })).toBe('Show all 5,000 members');
  expect(i18next.t('community.showMembers', { count: 1 })).toBe('Show the one member');
  await showLanguage('id');
  expect(i18next.t('community.showMembers', { count: 5_000 })).toContain('5.000');
});
