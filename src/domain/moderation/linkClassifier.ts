import { findLinks } from './findLinks.ts';
import type { Classifier, Finding } from './Classifier.ts';

/** Links, and those that lead into other chats. */
export const linkClassifier: Classifier = ({ text }, { config }) => {
  if (!config.links && !config.invites) return [];
  const links = findLinks(text);
  const findings: Finding[] = [];
  const spansOf = (found: typeof links) => found.map(({ start, length }): [number, number] => [start, length]);
  const invites = links.filter(({ isInvite }) => isInvite);
  if (config.invites && invites.length > 0) {
    findings.push({ rule: 'invites', action: config.invites, reason: { r: 'invite' }, spans: spansOf(invites) });
  }
  if (config.links && links.length > 0) {
    findings.push({ rule: 'links', action: config.links, reason: { r: 'link' }, spans: spansOf(links) });
  }
  return findings;
};
