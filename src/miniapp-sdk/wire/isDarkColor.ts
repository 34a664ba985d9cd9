/** Whether text on a plane of this colour (`#rrggbb`) should be light: brightness as the eye weighs the three channels, below 120 of 255. */
export function isDarkColor(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => Number.parseInt(color.slice(place, place + 2), 16));
  return Math.sqrt(0.299 * red ** 2 + 0.587 * green ** 2 + 0.114 * blue ** 2) < 120;
}
