import { emitter } from '#base/emitter.ts';
import { readNoteData, toNotificationOptions, type NoteMessage } from '#client/adapters/worker/noteData.ts';
import type { Log, Note, NotePermission, Notifications, ShownNote } from '#sync/ports.ts';

/**
 * Alerts by the Notification API. They belong to the service worker where there is one: then they outlive the tab that showed them, every tab can close
 * them, and a press is answered although no tab is open. Without one (development, first visit) they belong to this tab. One of these per tab.
 */
export function notifications(log: Log): Notifications {
  const opened = emitter<string>();
  /** those of this tab, where there is no service worker */
  const own = new Map<string, { note: Note; shown: Notification }>();
  let tail: Promise<unknown> = Promise.resolve();
  // One after the other: a note that is closed while it is being shown must not appear afterwards.
  const inTurn = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const turn = tail.then(work).catch((error: unknown) => {
      log.warn('notification.refused', { error: String(error) });
      return otherwise;
    });
    tail = turn;
    return turn;
  };
  const press = (path: string): void => {
    globalThis.focus();
    opened.emit(path);
  };
  hearWorker(press);
  return {
    permission,
    async ask() {
      if (permission() === 'default') await Notification.requestPermission();
      return permission();
    },
    show: (note) =>
      inTurn(async () => {
        if (permission() !== 'granted') return;
        const worker = await findWorker();
        if (worker) return worker.showNotification(note.title, toNotificationOptions(note));
        own.set(note.tag, { note, shown: showHere(note, press) });
      }, undefined),
    close: (tag) =>
      inTurn(async () => {
        const worker = await findWorker();
        for (const shown of (await worker?.getNotifications({ tag })) ?? []) shown.close();
        own.get(tag)?.shown.close();
        own.delete(tag);
      }, undefined),
    shown: () =>
      inTurn(async () => {
        const ofWorker = (await (await findWorker())?.getNotifications()) ?? [];
        return [...toShownNotes(ofWorker), ...[...own.values()].map(({ note }) => note)];
      }, []),
    onOpen: (listener) => opened.on(listener),
  };
}

function permission(): NotePermission {
  return 'Notification' in globalThis ? Notification.permission : 'unsupported';
}

async function findWorker(): Promise<ServiceWorkerRegistration | undefined> {
  // `ready` would never come where there is none.
  const registration = await globalThis.navigator.serviceWorker?.getRegistration();
  return registration?.active && 'showNotification' in registration ? registration : undefined;
}

function showHere(note: Note, press: (path: string) => void): Notification {
  const shown = new Notification(note.title, toNotificationOptions(note));
  shown.addEventListener('click', () => {
    shown.close();
    press(note.path);
  });
  return shown;
}

function toShownNotes(list: readonly Notification[]): ShownNote[] {
  return list.flatMap(({ tag, data }) => {
    const known = readNoteData(data);
    if (!known) return [];
    const { path: _, ...what } = known;
    return [{ tag, ...what }];
  });
}

function hearWorker(press: (path: string) => void): void {
  globalThis.navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<Partial<NoteMessage>>) => {
    const path = data?.t === 'openNote' ? readNoteData({ path: data.path })?.path : undefined;
    if (path !== undefined) press(path);
  });
}
