import type { Tx } from '#server/storage/unit.ts';
import type { BodyDraft, SettledBody } from './BodyRule.ts';

/** The bodies of forwarded messages, from where they are. */
export async function settleForwards(_tx: Tx, drafts: readonly BodyDraft[]): Promise<SettledBody[]> {
  return drafts.map(() => ({ code: 'FORBIDDEN' }));
}
