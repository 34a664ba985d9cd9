import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { AppError } from '#protocol/errors.ts';
import { appendSystemLine } from '#server/storage/rows/appendSystemLine.ts';
import { writeEnd } from '#server/storage/units/communities/closeCommunity.ts';
import type { Undoing, Undone } from './undoTypes.ts';

/** Opens a community again that was closed: its members, rights and settings are as they were. */
export async function bringBackPlace({ tx, head, line }: Undoing): Promise<Undone> {
  if ((JSON.parse(head.settings) as ChatSettings).over === undefined) throw new AppError('GONE');
  await appendSystemLine(tx, head, line({ ev: 'undone', act: 'close' }));
  await writeEnd(tx, head, undefined);
  return { people: [], reads: [] };
}
