import type { FilterPhrase } from '#protocol/entities/moderation.ts';
import { foldForMatch } from './foldForMatch.ts';
import type { Classifier, Finding } from './Classifier.ts';
import { phraseRule } from './phraseRule.ts';

/** Phrases of the list, unless they stand inside something that is allowed. */
export const phraseClassifier: Classifier = ({ text }, { config, phrases, allow }) => {
  if (config.phrases.length === 0) return [];
  const folded = foldForMatch(text);
  const hits = phrases.find(folded);
  if (hits.length === 0) return [];
  const isAllowed = coverOf(
    allow.find(folded).map(({ from, to }) => [from, to]),
    folded.length,
  );
  const byPhrase = new Map<number, Finding>();
  for (const { phrase, from, to, start, length } of hits) {
    if (isAllowed(from, to)) continue;
    const { x, do: action } = config.phrases[phrase] as FilterPhrase;
    const finding = byPhrase.get(phrase) ?? { rule: phraseRule(x), action, reason: { r: 'phrase', x }, spans: [] };
    finding.spans.push([start, length]);
    byPhrase.set(phrase, finding);
  }
  return [...byPhrase.values()];
};

/** Whether a stretch lies in one of these, in one step each: for every place, how far the stretch that begins at or before it reaches. */
function coverOf(stretches: readonly [number, number][], size: number): (from: number, to: number) => boolean {
  const reach = Array.from({ length: size + 1 }, () => 0);
  for (const [from, to] of stretches) reach[from] = Math.max(reach[from] as number, to);
  for (let at = 1; at <= size; at += 1) reach[at] = Math.max(reach[at] as number, reach[at - 1] as number);
  return (from, to) => (reach[from] as number) >= to;
}
