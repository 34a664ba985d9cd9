import { describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { readNoteData, toNotificationOptions, type NoteMessage } from './noteData.ts';
import { openNote, type NoteTab } from './openNote.ts';

interface FakeTab extends NoteTab {
  got: NoteMessage[];
  focusedTimes: number;
}

function tab(focused: boolean, visibilityState: DocumentVisibilityState, mayFocus = true): FakeTab {
  return {
    focused,
    visibilityState,
    got: [],
    focusedTimes: 0,
    postMessage(message) {
      this.got.push(message);
    },
    async focus() {
      this.focusedTimes += 1;
      if (!mayFocus) throw new DOMException('no press', 'InvalidAccessError');
    },
  };
}

async function press(tabs: FakeTab[], data: unknown = { path: '/chats/7/m/3' }) {
  const opened: string[] = [];
  await openNote(data, { all: async () => tabs, open: async (path) => void opened.push(path) });
  return opened;
}

describe('a press on an alert', () => {
  it('opens the place in a new tab when there is none', async () => {
    expect(await press([])).toEqual(['/chats/7/m/3']);
  });

  it('brings the tab with the focus, else a visible one, else the last used one to the front and sends it there', async () => {
    const [old, seen, focused] = [tab(false, 'hidden'), tab(false, 'visible'), tab(true, 'visible')];
    expect(await press([old, seen, focused])).toEqual([]);
    await press([old, seen]);
    await press([old]);
    for (const each of [old, seen, focused]) {
      expect(each.got).toEqual([{ t: 'openNote', path: '/chats/7/m/3' }]);
      expect(each.focusedTimes).toBe(1);
    }
  });

  it('still leads to the place when the browser does not let the tab come to the front', async () => {
    const only = tab(false, 'hidden', false);
    await press([only]);
    expect(only.got).toHaveLength(1);
  });

  it.each([
    null,
    'text',
    {},
    { path: 7 },
    { path: 'https://elsewhere.example' },
    { path: '//elsewhere.example' },
    { path: String.raw`/\elsewhere.example` },
  ])('opens the list for an alert that carries %j', async (data) => {
    expect(await press([], data)).toEqual(['/chats']);
  });
});

describe('what an alert carries', () => {
  const note = { tag: '1:7', title: 'Ben', body: 'hi', path: '/chats/7/m/3', isQuiet: false };

  it('comes back as it was', () => {
    const { data } = toNotificationOptions({ ...note, c: toChatId(7), s: 3 });
    expect(readNoteData(data)).toEqual({ path: '/chats/7/m/3', c: 7, s: 3 });
    expect(readNoteData(toNotificationOptions(note).data)).toEqual({ path: '/chats/7/m/3' });
  });

  it('draws attention again when it takes the place of an older one, unless it is quiet', () => {
    expect(toNotificationOptions(note)).toMatchObject({ tag: '1:7', renotify: true, silent: false });
    expect(toNotificationOptions({ ...note, isQuiet: true })).toMatchObject({ renotify: false, silent: true });
  });
});
