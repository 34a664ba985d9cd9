/** px */
export interface Size {
  width: number;
  height: number;
}
/** px from the middle of the stage */
export interface Point {
  x: number;
  y: number;
}
/** How a picture lies on its stage: `k` times as big as it fits, its middle moved by `x`, `y` px. */
export interface Zoom extends Point {
  k: number;
}

export const noZoom: Zoom = { k: 1, x: 0, y: 0 };
/** From here on there is nothing more to see in a picture of our sizes. */
export const zoomMax = 8;

/** The size in which a picture is whole on the stage, as big as it goes. One whose size is unknown takes all of it. */
export function fitSize(stage: Size, picture: Partial<Size>): Size {
  const { width = 0, height = 0 } = picture;
  if (width <= 0 || height <= 0) return stage;
  const k = Math.min(stage.width / width, stage.height / height);
  return { width: width * k, height: height * k };
}

/** The nearest place at which the picture covers as much of the stage as it can: no edge of it comes off the edge of the stage. */
export function settleZoom({ k, x, y }: Zoom, stage: Size, fit: Size): Zoom {
  const scale = Math.min(zoomMax, Math.max(1, k));
  // Whole, it stands in the middle.
  if (scale === 1) return noZoom;
  const room = (shown: number, whole: number): number => Math.max(0, (shown * scale - whole) / 2);
  const within = (value: number, most: number): number => Math.min(most, Math.max(-most, value));
  return { k: scale, x: within(x, room(fit.width, stage.width)), y: within(y, room(fit.height, stage.height)) };
}

/** Bigger or smaller by a factor, with what is at `point` staying there as far as the edges allow. */
export function zoomAt(zoom: Zoom, factor: number, point: Point, stage: Size, fit: Size): Zoom {
  const k = Math.min(zoomMax, Math.max(1, zoom.k * factor));
  const grown = k / zoom.k;
  const moved = { k, x: point.x - (point.x - zoom.x) * grown, y: point.y - (point.y - zoom.y) * grown };
  return settleZoom(moved, stage, fit);
}
