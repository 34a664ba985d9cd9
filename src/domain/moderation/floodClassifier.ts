import { foldForMatch } from './foldForMatch.ts';
import type { Classifier, Finding } from './Classifier.ts';

/** Letters of a long text that are compared. */
const compared = 400;
const keyOf = (text: string): string =>
  foldForMatch(text.slice(0, compared))
    .map(({ char }) => char)
    .join('') || text.slice(0, compared);

/** Many messages in a short time, and the same text again and again, however it is dressed up. */
export const floodClassifier: Classifier = ({ text, at }, { config }, { recent }) => {
  const { flood } = config;
  if (!flood) return [];
  const findings: Finding[] = [];
  const close = recent.filter((message) => at - message.at < flood.s * 1_000).length;
  if (close >= flood.n) findings.push({ rule: 'flood', action: flood.do, reason: { r: 'flood' }, spans: [] });
  const key = keyOf(text);
  const same = recent.filter((message) => keyOf(message.text) === key).length + 1;
  if (same >= flood.same) findings.push({ rule: 'flood', action: flood.do, reason: { r: 'repeat' }, spans: [] });
  return findings;
};
