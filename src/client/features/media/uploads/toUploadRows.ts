import type { PartProgress } from '#client/parts/media/PartLook.ts';
import type { TrayState } from '#client/stores/trayStore.ts';
import type { UploadsState } from '#client/stores/uploadsStore.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ChatId } from '#protocol/ids.ts';

type Upload = UploadsState['files'] extends ReadonlyMap<unknown, infer Row> ? Row : never;

/** A file on its way, as the page lists it. */
export interface UploadItem {
  part: MediaPart;
  c: ChatId;
  progress: PartProgress;
  err: Upload['err'];
}

/** All files together. */
export interface UploadTotals {
  count: number;
  /** bytes */
  sent: number;
  bytes: number;
  /** something can be made to stand still, or to go on */
  canPause: boolean;
  canResume: boolean;
}

/** Files on their way, in the order in which they go: what a person has put first, then by message. What has failed is last: it holds up nothing. */
export function toUploadRows(entries: TrayState['entries'], files: UploadsState['files']): UploadItem[] {
  const items: (UploadItem & { first: number })[] = [];
  for (const { action } of entries) {
    if (action.t !== 'send' && action.t !== 'schedule') continue;
    const parts = (action.b as { f?: readonly MediaPart[] }).f ?? [];
    for (const part of parts) {
      const row = files.get(part.id);
      if (!row || row.state === 'gone') continue;
      items.push({ part, c: action.c, progress: toProgress(row), err: row.err, first: row.first ?? 0 });
    }
  }
  const place = ({ progress, first }: (typeof items)[number]): number =>
    progress.state === 'failed' ? 2 : first > 0 ? 0 : 1;
  return items
    .toSorted((one, other) => place(one) - place(other) || (place(one) === 0 ? other.first - one.first : 0))
    .map(({ first: _first, ...item }) => item);
}

function toProgress({ sent, bytes, state, paused }: Upload): PartProgress {
  const isStill = paused === 1 && (state === 'waiting' || state === 'going');
  const shown = isStill ? 'paused' : state === 'gone' ? 'failed' : state;
  return { share: bytes === 0 ? 0 : Math.min(1, sent / bytes), state: shown, sent, bytes };
}

/** How far all of them are. What has failed goes nowhere, and does not count. */
export function totalsOf(items: readonly UploadItem[]): UploadTotals {
  const moving = items.filter(({ progress }) => progress.state !== 'failed');
  const has = (...states: PartProgress['state'][]): boolean =>
    moving.some(({ progress }) => states.includes(progress.state));
  return {
    count: moving.length,
    sent: moving.reduce((sum, { progress }) => sum + progress.sent, 0),
    bytes: moving.reduce((sum, { progress }) => sum + progress.bytes, 0),
    canPause: has('waiting', 'going'),
    canResume: has('paused'),
  };
}
