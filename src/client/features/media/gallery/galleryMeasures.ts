import type { GalleryMeasure } from './layoutMonths.ts';

/** A cell is about this wide, px: seven of them on a desktop, three on a phone. */
const cellPx = 130;
const phoneCellPx = 110;
/** A pane this narrow is a phone's, px. */
const phonePx = 560;
const gapPx = 3;
const headPx = 46;

/** Square cells, as many side by side as there is room for. `width`: px. */
export function pictureMeasure(width: number, textScale: number): GalleryMeasure {
  const about = width > 0 && width < phonePx ? phoneCellPx : cellPx;
  const columns = Math.max(3, Math.round((width + gapPx) / (about + gapPx)));
  const row = Math.max(1, (width - (columns - 1) * gapPx) / columns);
  return { columns, row, gap: gapPx, head: Math.round(headPx * textScale), foot: 8 };
}

/** Rows of one thing each; a player is higher. */
export const rowMeasure = (textScale: number, isVoice: boolean): GalleryMeasure => ({
  columns: 1,
  row: Math.round((isVoice ? 84 : 68) * textScale),
  gap: 0,
  head: Math.round(headPx * textScale),
  foot: 8,
});
