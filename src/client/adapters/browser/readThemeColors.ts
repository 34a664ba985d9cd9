/** Names of a mini-app's colours, and the token each is taken from. */
const tokens = {
  bg_color: '--surface',
  secondary_bg_color: '--surface-sunken',
  section_bg_color: '--surface-raised',
  header_bg_color: '--surface',
  bottom_bar_bg_color: '--surface',
  section_separator_color: '--line',
  text_color: '--ink',
  subtitle_text_color: '--ink-soft',
  hint_color: '--ink-faint',
  section_header_text_color: '--brand-text',
  accent_text_color: '--brand-text',
  link_color: '--brand-text',
  button_color: '--brand',
  button_text_color: '--brand-ink',
  destructive_text_color: '--danger',
} as const;

/** The colours of the current theme as mini-apps expect them: `#rrggbb` by name. Our tokens are in OKLCH, so each is painted and read back. */
export function readThemeColors(root: Element = document.documentElement): Record<string, string> {
  const style = getComputedStyle(root);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return {};
  const toHex = (value: string): string => {
    context.fillStyle = value;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
  };
  return Object.fromEntries(
    Object.entries(tokens).map(([name, token]) => [name, toHex(style.getPropertyValue(token).trim())]),
  );
}
