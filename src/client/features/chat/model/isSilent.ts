import type { FeedItem } from './FeedItem.ts';

/** Whether it is an own message of which nobody was alerted. */
export function isSilent({ isOwn, isUnsent, row, entry }: FeedItem): boolean {
  if (!isOwn || isUnsent) return false;
  const action = entry?.action;
  const body: Readonly<Record<string, unknown>> | undefined =
    row?.b ?? (action?.t === 'send' ? (action.b as unknown as Record<string, unknown>) : undefined);
  return body?.['silent'] === 1;
}
