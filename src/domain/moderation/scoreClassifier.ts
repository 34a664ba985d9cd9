import type { Classifier } from './Classifier.ts';
import { scoreText } from './scoreText.ts';

/** The built-in scorer, from the points on that the chat has chosen. */
export const scoreClassifier: Classifier = ({ text }, { config }) => {
  if (!config.score) return [];
  const { score, reasons } = scoreText(text);
  const { at, do: action } = config.score;
  if (score < at) return [];
  return [{ r: 'score' as const, x: String(score) }, ...reasons].map((reason) => ({
    rule: 'score',
    action,
    reason,
    spans: [],
  }));
};
