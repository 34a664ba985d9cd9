import { linksIn } from '#domain/linksIn.ts';
import { isTextMessage } from '#domain/chatTraits.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { LocalMessage } from '#sync/changes.ts';
import { galleryTypes, type GalleryEntry, type GalleryKind, type GalleryState } from './GalleryState.ts';

/** What a stored message has for a gallery; undefined: nothing. */
export function toGalleryEntry(row: LocalMessage, kind: GalleryKind): GalleryEntry | undefined {
  if (row.del !== undefined || row.b === undefined || row.need !== undefined) return undefined;
  const { s, u, at } = row;
  const body = row.b as { f?: unknown; x?: string };
  if (kind === 'links') {
    const l = isTextMessage(row.k) ? linksIn(body.x ?? '') : [];
    return l.length === 0 ? undefined : { s, u, at, l };
  }
  const types: readonly string[] = galleryTypes[kind];
  const f = (Array.isArray(body.f) ? (body.f as MediaPart[]) : []).filter(({ t }) => types.includes(t));
  if (f.length === 0) return undefined;
  return { s, u, at, f, ...(body.x === undefined || body.x === '' ? {} : { x: body.x }) };
}

/** Messages as this device has them: what they have is known, and those that have nothing any more leave. What is not among them stays. */
export function takeRows(state: GalleryState, rows: readonly LocalMessage[]): GalleryState {
  const known = new Set(state.entries.map(({ s }) => s));
  const found = rows.flatMap((row) => toGalleryEntry(row, state.kind) ?? []);
  const touched = new Set(rows.filter(({ need }) => need === undefined).map(({ s }) => s));
  if (found.length === 0 && !rows.some(({ s }) => touched.has(s) && known.has(s))) return state;
  return { ...state, entries: inOrder([...state.entries.filter(({ s }) => !touched.has(s)), ...found]) };
}

/** A page of the server's. `from`, `to`: its month, ms; `before`: it has only older ones than this seq; `isLast`: there are no older ones in the month. */
export interface GalleryPage {
  readonly items: readonly GalleryEntry[];
  readonly from: number;
  readonly to: number;
  readonly before: number | undefined;
  readonly isLast: boolean;
}

/** The server's answer about a part of a month: what it leaves out there is gone. */
export function takePage(state: GalleryState, { items, from, to, before, isLast }: GalleryPage): GalleryState {
  const lowest = isLast ? 0 : (items.at(-1)?.s ?? 0);
  const isCovered = ({ s, at }: GalleryEntry): boolean =>
    at >= from && at < to && s >= lowest && s < (before ?? Number.MAX_SAFE_INTEGER);
  const told = new Set(items.map(({ s }) => s));
  const rest = state.entries.filter((entry) => !isCovered(entry) && !told.has(entry.s));
  return { ...state, entries: inOrder([...rest, ...items]) };
}

/** Without these messages, and without what is older than `floor`. */
export function withoutSeqs(entries: readonly GalleryEntry[], seqs: ReadonlySet<number> | undefined, floor = 0) {
  if ((seqs === undefined || seqs.size === 0) && (entries.at(-1)?.s ?? floor) >= floor) return entries;
  return entries.filter(({ s }) => s >= floor && seqs?.has(s) !== true);
}

/** The newest first; of one seq the later in the list. */
export function inOrder(entries: readonly GalleryEntry[]): GalleryEntry[] {
  const bySeq = new Map(entries.map((entry) => [entry.s, entry]));
  return [...bySeq.values()].toSorted((one, other) => other.s - one.s);
}
