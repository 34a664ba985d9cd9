import { isDarkColor } from '../wire/isDarkColor.ts';
import { keepForSession, parseObject, readFromSession } from '../wire/launchParams.ts';
import { parseColor } from '../wire/parseColor.ts';
import type { Core } from './createCore.ts';
import { setCssValue } from './setCssValue.ts';

/** Colours of the messenger around the page, `#rrggbb` by names such as `bg_color`. */
export type ThemeColors = Record<string, string>;

/** The part of WebApp about colours that come from the host. */
export interface Theme {
  readonly colorScheme: 'light' | 'dark';
  readonly themeParams: ThemeColors;
}

/** Takes the colours of the launch at once, so that the page's first paint has them, and later changes as they come. */
export function createTheme(core: Core): Theme {
  const { page } = core;
  const colors: ThemeColors = {};
  let scheme: 'light' | 'dark' = 'light';

  const take = (given: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(given)) {
      const color = parseColor(value);
      if (!color || !/^[a-z0-9_]+$/.test(name)) continue;
      colors[name] = color;
      setCssValue(page, `theme-${name.replaceAll('_', '-')}`, color);
      if (name === 'bg_color') scheme = isDarkColor(color) ? 'dark' : 'light';
    }
    setCssValue(page, 'color-scheme', scheme);
    keepForSession(page, 'themeParams', colors);
  };
  // After a reload the address still has the colours of the launch; those that were kept are newer, unless this is a new launch.
  const kept = readFromSession(page, 'themeParams');
  const launched = core.view.initParams['tgWebAppThemeParams'];
  const isSameLaunch = readFromSession(page, 'themeLaunch') === launched;
  keepForSession(page, 'themeLaunch', launched ?? null);
  take(parseObject(launched));
  if (isSameLaunch && typeof kept === 'object' && kept !== null) take(kept as Record<string, unknown>);
  core.hear('theme_changed', ({ theme_params: given }) => {
    if (typeof given !== 'object' || given === null) return;
    take(given as Record<string, unknown>);
    core.emit('themeChanged');
  });
  core.post('web_app_request_theme');
  return {
    get colorScheme() {
      return scheme;
    },
    themeParams: colors,
  };
}
