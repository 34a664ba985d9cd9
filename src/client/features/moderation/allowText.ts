import { moderationLimits } from '#domain/moderation/moderationChoices.ts';

/** Words around a catch that are kept with it. */
const around = 12;

/** What to allow so that a message like this passes: the first catch with some of the text beside it, so that the phrase alone stays caught. */
export function allowText(text: string, spans: readonly (readonly [number, number])[]): string {
  const [start, length] = spans[0] ?? [0, text.length];
  const from = Math.max(0, start - around);
  const to = Math.min(text.length, start + length + around);
  return text.slice(from, to).trim().slice(0, moderationLimits.allowRaw);
}
