import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseRoute } from './parseRoute.ts';

it('reads every address of the app', () => {
  expect(parseRoute('/')).toEqual({ at: 'start' });
  expect(parseRoute('/chats')).toEqual({ at: 'chats' });
  expect(parseRoute('/chats/42')).toEqual({ at: 'chats', chatId: 42 });
  expect(parseRoute('/chats/42/m/7')).toEqual({ at: 'chats', chatId: 42, seq: 7 });
  expect(parseRoute('/chats/42/t/43')).toEqual({ at: 'chats', chatId: 42, thread: 43 });
  expect(parseRoute('/chats/42/t/x')).toEqual({ at: 'unknown' });
  expect(parseRoute('/chats/42/moderation')).toEqual({ at: 'moderation', chatId: 42 });
  expect(parseRoute('/chats/42/moderation/held')).toEqual({ at: 'moderation', chatId: 42, tab: 'held' });
  expect(parseRoute('/chats/42/media')).toEqual({ at: 'chats', chatId: 42, gallery: 'pictures' });
  expect(parseRoute('/chats/42/media/files')).toEqual({ at: 'chats', chatId: 42, gallery: 'files' });
  expect(parseRoute('/chats/42/notes')).toEqual({ at: 'chats', chatId: 42, shelf: 'notes' });
  expect(parseRoute('/chats/42/albums')).toEqual({ at: 'chats', chatId: 42, shelf: 'albums' });
  expect(parseRoute('/chats/42/albums/x')).toEqual({ at: 'chats', chatId: 42, shelf: 'albums', album: 'x' });
  expect(parseRoute('/apps')).toEqual({ at: 'apps' });
  expect(parseRoute('/apps/antre')).toEqual({ at: 'apps', app: 'antre' });
  expect(parseRoute('/apps/antre/passport')).toEqual({ at: 'apps', app: 'antre', isPassport: true });
  expect(parseRoute('/settings/devices')).toEqual({ at: 'settings', page: 'devices' });
  expect(parseRoute('/apps/make')).toEqual({ at: 'makers', path: [] });
  expect(parseRoute('/apps/make/new')).toEqual({ at: 'makers', path: ['new'] });
  expect(parseRoute('/apps/make/kopi-antre')).toEqual({ at: 'makers', path: ['kopi-antre'] });
  expect(parseRoute('/apps/review')).toEqual({ at: 'review' });
  expect(parseRoute('/friends/7')).toEqual({ at: 'friends' });
  for (const at of ['friends', 'keep', 'uploads', 'login', 'signup', 'settings'])
    expect(parseRoute(`/${at}`)).toEqual({ at });
});

it('calls everything else unknown, and never throws', () => {
  for (const path of [
    '/chats/0',
    '/chats/-1',
    '/chats/1e3',
    '/chats/01',
    '/chats/9007199254740993',
    '/chats/1/m',
    '/chats/1/x/2',
    '/chats/x/notes',
    '/chats/1/notes/2',
    '/chats/1/albums/x/y',
    '/chats/x/media',
    '/chats/1/media/files/3',
    '/uploads/1',
    '/chats/x/moderation',
    '/chats/1/moderation/held/3',
    '/apps/A',
    '/apps/antre/x',
    '/apps/antre/passport/x',
    '/apps/review/x',
    '/friends/a',
    '/friends/1/2',
    '/settings/a/b',
    '/apps/review/x',
  ]) {
    expect(parseRoute(path)).toEqual({ at: 'unknown' });
  }
  fc.assert(fc.property(fc.webPath(), (path) => void parseRoute(path)));
});
