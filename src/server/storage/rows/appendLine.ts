import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import type { SystemBody } from '#protocol/entities/messages.ts';
import type { MemberId } from '#protocol/ids.ts';
import type { Tx } from '../unit.ts';
import { appendSystemLine } from './appendSystemLine.ts';
import type { LockedHead } from './lockHead.ts';

/**
 * Takes the next rev for a change of membership. Groups write a line about it; communities, where people come and go all day, only when they are set to. The
 * caller stores the head.
 */
export async function appendLine(
  tx: Tx,
  head: LockedHead,
  line: { mid: MemberId; pver: number; nickname?: string | null; body: SystemBody },
): Promise<void> {
  const set = JSON.parse(head.settings) as ChatSettings;
  if (head.kind === chatKind.community && set.lines !== 1) head.rev += 1;
  else await appendSystemLine(tx, head, line);
}
