import { isTextMessage, textKind } from '#domain/chatTraits.ts';
import { wordsOf } from '#domain/sentWords.ts';
import type { TrayState } from '#client/stores/trayStore.ts';

type Entry = TrayState['entries'][number];

/** A refusal that sending again cannot change. */
const FINAL: readonly string[] = ['NOT_MEMBER', 'FORBIDDEN', 'GONE', 'WINDOW', 'TOO_LARGE', 'NOT_FOUND'];

/** It does not leave by itself: refused, or too old to be sent without a word. */
export const isStuck = (entry: Entry): boolean => entry.state === 'failed' || entry.old === 1;

/** The tray in its two parts: what needs the person, refused things before those that only grew old, and what leaves by itself, in sending order. */
export function sortTray(entries: readonly Entry[]): { needsYou: Entry[]; leaves: Entry[] } {
  const shown = entries.filter(({ state }) => state !== 'acked');
  const failed = shown.filter(({ state }) => state === 'failed');
  const old = shown.filter((entry) => entry.state !== 'failed' && isStuck(entry));
  return { needsYou: [...failed, ...old], leaves: shown.filter((entry) => !isStuck(entry)) };
}

/** A message whose time was over before the server had it: it can still be sent now. */
export const isLateSchedule = ({ action, err }: Entry): boolean => action.t === 'schedule' && err === 'WINDOW';

/** Sending (again) can help. */
export function canGo(entry: Entry): boolean {
  if (isLateSchedule(entry)) return true;
  return !FINAL.includes(entry.err ?? '');
}

/**
 * The text can still be changed. A message that may have left already is followed by its new text; of an edit only one that is waiting or was refused
 * can be changed. Where the person may not write any more, no other text helps.
 */
export function canEdit(entry: Entry): boolean {
  const { action, err, state, tried } = entry;
  if (!canGo(entry) && err !== 'TOO_LARGE') return false;
  return (action.t === 'send' && isPlainText(action)) || (action.t === 'edit' && (tried === 0 || state === 'failed'));
}

/** The person's own words in it. */
export function ownText({ action }: Entry): string | undefined {
  if (action.t === 'edit') return action.b.x;
  return action.t === 'send' && isPlainText(action) ? wordsOf(action.b) : undefined;
}

/** Only own texts are changed: what was forwarded is another one's. */
const isPlainText = ({ k = textKind, fw }: Extract<Entry['action'], { t: 'send' }>): boolean =>
  isTextMessage(k) && fw === undefined;
