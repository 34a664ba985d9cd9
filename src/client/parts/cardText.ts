import type { CardWords } from '#protocol/entities/appCards.ts';

/** What a card says, in one sentence: for screen readers and wherever a card is told in words. `app`: name of the app. */
export function cardText({ title, text, facts = [], mark, code }: CardWords, app: string): string {
  const values = [...facts, ...(code ? [code] : [])].map(({ label, value }) => `${label}: ${value}`);
  return [app, title, text, mark?.label, ...values].filter(Boolean).join(', ');
}
