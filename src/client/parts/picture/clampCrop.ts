/** A picture's own size, px. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** Which square of a picture is shown: its middle as shares of width and height (0–1), and how much it is enlarged (1: the largest square there is). */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** The middle of the picture, as much of it as a square can hold. */
export const wholeCrop: Crop = { x: 0.5, y: 0.5, zoom: 1 };
/** Enlarged further, a photo of a phone would be a blur. */
export const zoomMax = 4;

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));

/** Side of the square, px of the picture. */
export const sideOf = ({ width, height }: Extent, { zoom }: Crop): number => Math.min(width, height) / zoom;

/** The nearest crop whose square lies inside the picture. */
export function clampCrop(extent: Extent, crop: Crop): Crop {
  const zoom = clamp(crop.zoom, 1, zoomMax);
  const side = sideOf(extent, { ...crop, zoom });
  const [marginX, marginY] = [side / 2 / extent.width, side / 2 / extent.height];
  return { x: clamp(crop.x, marginX, 1 - marginX), y: clamp(crop.y, marginY, 1 - marginY), zoom };
}

/** The picture was moved under the square by so much; `dx`, `dy` are shares of the square's side. */
export function moveCrop(extent: Extent, crop: Crop, { dx, dy }: { dx: number; dy: number }): Crop {
  const side = sideOf(extent, crop);
  return clampCrop(extent, {
    ...crop,
    x: crop.x - (dx * side) / extent.width,
    y: crop.y - (dy * side) / extent.height,
  });
}

/** The square in px of the picture. */
export function squareOf(extent: Extent, crop: Crop): { left: number; top: number; side: number } {
  const side = sideOf(extent, crop);
  return { left: crop.x * extent.width - side / 2, top: crop.y * extent.height - side / 2, side };
}
