import { wordsOf } from '#domain/sentWords.ts';
import type { SessionState } from '#client/stores/sessionStore.ts';

/** One text that was written here and not sent. */
export interface LeftText {
  key: string;
  text: string;
  /** name of the chat, where it is known */
  to: string | undefined;
}

/** The words in what a logged-out device still holds: messages and edits on their way first, in sending order, then drafts. */
export function leftTexts(left: SessionState['left']): LeftText[] {
  if (!left) return [];
  const titles = new Map(left.titles);
  const entries = left.outbox.flatMap(({ i, action }) =>
    action.t === 'send' || action.t === 'schedule' || action.t === 'edit'
      ? [{ key: i, text: wordsOf(action.b), to: titles.get(action.c) }]
      : [],
  );
  const drafts = left.drafts.map(({ c, text }) => ({ key: `draft-${c}`, text, to: titles.get(c) }));
  return [...entries, ...drafts].filter(({ text }) => text.trim() !== '');
}
