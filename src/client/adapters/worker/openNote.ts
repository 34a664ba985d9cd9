import { readNoteData, type NoteMessage } from './noteData.ts';

/** A tab of this browser as the service worker sees it. */
export interface NoteTab {
  readonly focused: boolean;
  readonly visibilityState: DocumentVisibilityState;
  postMessage(message: NoteMessage): void;
  focus(): Promise<unknown>;
}

/** What the service worker can do about tabs. */
export interface NoteTabs {
  all(): Promise<readonly NoteTab[]>;
  open(path: string): Promise<unknown>;
}

/**
 * A press on an alert: the tab that the person used last comes to the front and goes to the place the alert names; without a tab a new one opens there.
 * `data`: what the alert carried.
 */
export async function openNote(data: unknown, tabs: NoteTabs): Promise<void> {
  const path = readNoteData(data)?.path ?? '/chats';
  const all = await tabs.all();
  // The browser lists the tab that was used last first.
  const tab =
    all.find(({ focused }) => focused) ?? all.find(({ visibilityState }) => visibilityState === 'visible') ?? all[0];
  if (!tab) return void (await tabs.open(path));
  tab.postMessage({ t: 'openNote', path });
  // Refused where the browser does not take this for a press; the tab goes to the place all the same.
  await tab.focus().catch(() => undefined);
}
