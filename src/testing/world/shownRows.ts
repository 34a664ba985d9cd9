import type { Row } from '#protocol/entities/messages.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestName, RequestOutput } from '#protocol/requests.ts';

/** The messages in an answer, by chat: everything whose content the asker may now know. */
export function shownRows(
  name: RequestName,
  input: unknown,
  output: unknown,
): { c: ChatId; rows: Row[] | undefined }[] {
  if (name === 'history.get' || name === 'messages.get')
    return [{ c: (input as { c: ChatId }).c, rows: (output as { rows: Row[] }).rows }];
  if (name === 'sync.delta')
    return (output as RequestOutput<'sync.delta'>).items.flatMap((item) =>
      'delta' in item ? [{ c: item.delta.c, rows: item.delta.rows }] : [],
    );
  if (name === 'sync.open')
    return ((output as RequestOutput<'sync.open'>).deltas ?? []).map(({ c, rows }) => ({ c, rows }));
  return [];
}
