import type { GalleryMonth } from '#client/stores/gallery/toMonths.ts';

/** px. `columns` at least 1; `row`: height of a row; `gap`: between rows. */
export interface GalleryMeasure {
  columns: number;
  row: number;
  gap: number;
  /** the head of a month */
  head: number;
  /** below the rows of a month */
  foot: number;
}

/** Where a month stands. `top`, `height`: px, with its head. */
export interface MonthBox {
  month: GalleryMonth;
  top: number;
  height: number;
  rows: number;
}

/** Where months stand below each other. All of it follows from their counts, so that nothing moves when what was counted arrives. */
export function layoutMonths(months: readonly GalleryMonth[], measure: GalleryMeasure): MonthBox[] {
  let top = 0;
  return months.map((month) => {
    const rows = Math.ceil(month.count / measure.columns);
    const height = measure.head + rows * measure.row + Math.max(0, rows - 1) * measure.gap + measure.foot;
    const box = { month, top, height, rows };
    top += height;
    return box;
  });
}

/** Which rows of a month touch the span from `from` to `to` (px from the top of the list): the first, and the one behind the last. */
export function rowsIn({ top, rows }: MonthBox, measure: GalleryMeasure, from: number, to: number): [number, number] {
  const step = measure.row + measure.gap;
  const begin = top + measure.head;
  const first = Math.floor((from - begin) / step);
  const behind = Math.ceil((to - begin) / step);
  return [Math.min(rows, Math.max(0, first)), Math.min(rows, Math.max(0, behind))];
}

/** Top of a thing in the list, px: the `index`-th of its month. */
export const topOf = ({ top }: MonthBox, { columns, head, row, gap }: GalleryMeasure, index: number): number =>
  top + head + Math.floor(index / columns) * (row + gap);

/** Names of at most so many months, spread evenly, with the first and the last one among them. */
export function pickMonths<Box>(boxes: readonly Box[], max: number): Box[] {
  if (boxes.length <= max || max < 2) return boxes.slice(0, Math.max(0, max));
  return Array.from({ length: max }, (_, index) => boxes[Math.round((index * (boxes.length - 1)) / (max - 1))] as Box);
}
