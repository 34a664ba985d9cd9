import { foldText } from './foldText.ts';

/**
 * The key by which names inside a community are ordered and told apart: folded, without spaces, signs and what shows nothing. Two names with one key look
 * alike, and only one of them can be taken. A name of nothing but signs has an empty key.
 */
export function foldName(name: string): string {
  return foldText(name).replace(/[^\p{L}\p{N}\p{So}]/gu, '');
}
