/** One emoji of each version of Unicode since the ones that every device has. */
const PROBES: readonly (readonly [number, string])[] = [
  [17, '🫪'],
  [16, '🫩'],
  [15.1, '🐦‍🔥'],
  [15, '🫨'],
  [14, '🫠'],
  [13.1, '😮‍💨'],
  [13, '🥸'],
];

/** Tells which emoji this device has a picture for: by a sample of each version, and one flag for all flags of countries, which some systems lack. */
export function isDrawable(): (emoji: string, version: number, isCountryFlag: boolean) => boolean {
  const context = new OffscreenCanvas(20, 20).getContext('2d', { willReadFrequently: true });
  if (!context) return () => true;
  context.font = '16px "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji", sans-serif';
  context.textBaseline = 'top';
  const hasColour = (text: string): boolean => {
    context.clearRect(0, 0, 20, 20);
    context.fillText(text, 0, 0);
    const { data } = context.getImageData(0, 0, 20, 20);
    // The box of a missing picture and the letters of a missing flag are black.
    for (let at = 0; at < data.length; at += 4) if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return true;
    return false;
  };
  // Joined ones that the font does not know fall apart into several.
  const isOne = (text: string): boolean => context.measureText(text).width < context.measureText('😀').width * 1.5;
  const newest = PROBES.find(([, probe]) => hasColour(probe) && isOne(probe))?.[0] ?? 12;
  const hasFlags = hasColour('🇪🇺') && isOne('🇪🇺');
  return (_emoji, version, isCountryFlag) => version <= newest && (hasFlags || !isCountryFlag);
}
