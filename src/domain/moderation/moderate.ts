import type { FilterAction, ModerationConfig, Reason } from '#protocol/entities/moderation.ts';
import type { Classifier, Finding, ModeratedMessage, ModerationContext } from './Classifier.ts';
import type { Filter } from './compileFilter.ts';
import { phraseClassifier } from './phraseClassifier.ts';
import { floodClassifier } from './floodClassifier.ts';
import { linkClassifier } from './linkClassifier.ts';
import { scoreClassifier } from './scoreClassifier.ts';

/** What is to be done with a message, by the strictest rule that caught it. `minutes`: of the mute. `rules`: what to count. */
export interface Verdict {
  action: 'pass' | FilterAction;
  reasons: Reason[];
  spans: [start: number, length: number][];
  minutes: number;
  rules: string[];
}

/** Every classifier that is asked, in the order in which their reasons are told. Another one is added here. */
export const classifiers: readonly Classifier[] = [phraseClassifier, linkClassifier, floodClassifier, scoreClassifier];

const strictness: readonly Verdict['action'][] = ['pass', 'flag', 'hide', 'block', 'mute'];
const muteMinutes = 60;
const spansMax = 20;

/** Judges a message by the rules of a chat. */
export function moderate(
  message: ModeratedMessage,
  filter: Filter,
  context: ModerationContext,
  asked: readonly Classifier[] = classifiers,
): Verdict {
  const findings = asked.flatMap((classifier) => classifier(message, filter, context));
  let action: Verdict['action'] = 'pass';
  for (const finding of findings) {
    if (strictness.indexOf(finding.action) > strictness.indexOf(action)) action = finding.action;
  }
  return {
    action,
    reasons: distinctReasons(findings),
    spans: mergeSpans(findings.flatMap(({ spans }) => spans)).slice(0, spansMax),
    minutes: action === 'mute' ? (filter.config.mins ?? muteMinutes) : 0,
    rules: [...new Set(findings.map(({ rule }) => rule))],
  };
}

/** Whether a configuration has any rule at all. */
export const isIdle = (config: ModerationConfig): boolean =>
  config.phrases.length === 0 && !config.links && !config.invites && !config.flood && !config.score;

function distinctReasons(findings: readonly Finding[]): Reason[] {
  const seen = new Map(findings.map(({ reason }) => [`${reason.r}:${reason.x ?? ''}`, reason]));
  return [...seen.values()];
}

/** In order, overlapping ones as one. */
function mergeSpans(spans: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = [];
  for (const [start, length] of spans.toSorted((one, other) => one[0] - other[0])) {
    const last = merged.at(-1);
    if (last && start <= last[0] + last[1]) last[1] = Math.max(last[1], start + length - last[0]);
    else merged.push([start, length]);
  }
  return merged;
}
