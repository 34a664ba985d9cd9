/** Where a picture stands in its grid: shares of the grid's width and height, 0–1. */
export interface GridBox {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** A grid of pictures. `height`: px at a width of 320; narrower grids keep the shape. */
export interface GridLayout {
  height: number;
  boxes: readonly GridBox[];
  /** pictures that have no box of their own: they stand behind the last one as "+N" */
  more: number;
}

/** Widest grid, px. */
export const gridWidth = 320;
/** A single picture keeps its shape between these heights, px; beyond, it is cut. */
const lowest = 120;
const highest = 400;
const pairHeight = 160;
const quarterHeight = 104;
const [wideHeight, narrowHeight] = [128, 80];
const gap = 2;

/** How the pictures of a message stand: one in its own shape, two side by side, three with the first one wide, four as a square, and no more than four. `w`, `h`: px, of the first one. */
export function gridLayout(count: number, first?: { w?: number | undefined; h?: number | undefined }): GridLayout {
  if (count <= 1) {
    const shape = first?.w && first.h ? (gridWidth * first.h) / first.w : (gridWidth * 3) / 4;
    const height = Math.round(Math.min(highest, Math.max(lowest, shape)));
    return { height, boxes: [{ x: 0, y: 0, w: 1, h: 1 }], more: 0 };
  }
  const rows =
    count === 2
      ? [[2, pairHeight]]
      : count === 3
        ? [
            [1, wideHeight],
            [2, narrowHeight],
          ]
        : [
            [2, quarterHeight],
            [2, quarterHeight],
          ];
  const height = rows.reduce((sum, [, high = 0]) => sum + high, 0) + gap * (rows.length - 1);
  const boxes: GridBox[] = [];
  let top = 0;
  for (const [columns = 1, high = 0] of rows) {
    const wide = (gridWidth - gap * (columns - 1)) / columns;
    for (let column = 0; column < columns; column += 1)
      boxes.push({ x: (column * (wide + gap)) / gridWidth, y: top / height, w: wide / gridWidth, h: high / height });
    top += high + gap;
  }
  return { height, boxes, more: Math.max(0, count - boxes.length) };
}
