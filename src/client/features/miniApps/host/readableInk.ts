/** Least contrast between the words of a button and its ground. */
const leastContrast = 4.5;

/** The colour in which words can be read on a ground: the wished one where it is far enough from it, else black or white. Both are `#rgb` or `#rrggbb`. */
export function readableInk(ground: string, wished: string | undefined): string {
  const back = luminanceOf(ground);
  if (wished !== undefined && contrast(back, luminanceOf(wished)) >= leastContrast) return wished;
  return contrast(back, 0) >= contrast(back, 1) ? '#000000' : '#ffffff';
}

const contrast = (one: number, other: number): number => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);

/** Relative luminance as WCAG 2 defines it, 0–1. */
function luminanceOf(color: string): number {
  const digits = color.length === 4 ? color.slice(1).replaceAll(/./g, '$&$&') : color.slice(1);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
