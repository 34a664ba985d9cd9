import type { Extras } from '#protocol/entities/messages.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';

/** How many answers one can choose from: those of the poll and those that people added; of a message that asks for a confirmation, one. */
export function countAnswers(row: Pick<MessageRow, 'kind' | 'body' | 'extras'>): number {
  if (row.kind !== messageKind.poll) return 1;
  return (JSON.parse(row.body) as { o: string[] }).o.length + (readExtras(row).bo?.length ?? 0);
}

/** What hangs on a message. */
export const readExtras = ({ extras }: Pick<MessageRow, 'extras'>): Extras =>
  extras === null ? {} : (JSON.parse(extras) as Extras);
