import type { Head, ThreadNews } from '#protocol/entities/chat.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestName, RequestOutput } from '#protocol/requests.ts';
import type { ServerSignal } from '#protocol/signals.ts';

/** The newest message as a head shows it, as of the head's rev. */
export interface ShownPreview {
  readonly c: ChatId;
  readonly row: { readonly s: number; readonly r: number };
}

/** What a head lets its receiver know of a message. */
export const previewOf = ({ c, rev, l }: Head): ShownPreview[] =>
  l && (l.x !== undefined || l.b !== undefined) ? [{ c, row: { s: l.s, r: rev } }] : [];

/** The heads of an answer. */
export function answeredHeads(name: RequestName, output: unknown): Head[] {
  if (name === 'sync.open') {
    const { heads, deltas = [] } = output as RequestOutput<'sync.open'>;
    return [...heads.map(({ h }) => h), ...deltas.map(({ head }) => head)];
  }
  if (name === 'sync.delta')
    return (output as RequestOutput<'sync.delta'>).items.flatMap((item) => ('delta' in item ? item.delta.head : []));
  return [];
}

/** The heads of a signal. */
export function signalledHeads(signal: ServerSignal): Head[] {
  if (signal.name === 'head') return signal.data;
  return signal.name === 'ue' ? (signal.data.set.chats ?? []).map(({ h }) => h) : [];
}

/** Where threads stand, as an answer tells. */
export function answeredThreads(name: RequestName, output: unknown): ThreadNews[] {
  if (name === 'thread.start') return [(output as RequestOutput<'thread.start'>).thread];
  if (name !== 'sync.open') return [];
  return (output as RequestOutput<'sync.open'>).heads.flatMap(({ threads = [] }) => threads);
}

/** Where threads stand, as a signal tells. */
export function signalledThreads(signal: ServerSignal): ThreadNews[] {
  if (signal.name === 'rooms') return signal.data.threads ?? [];
  return signal.name === 'ue' ? (signal.data.set.chats ?? []).flatMap(({ threads = [] }) => threads) : [];
}
