import { isDarkColor } from '../wire/isDarkColor.ts';
import { parseColor } from '../wire/parseColor.ts';
import { parseObject } from '../wire/launchParams.ts';
import type { QueryValues } from '../wire/queryStrings.ts';
import type { PageWindow } from '../wire/openLine.ts';
import type { Talk } from './createTalk.ts';
import type { Insets, KabarEvents, Theme, Viewport } from './sdkTypes.ts';

/** What lies around the page, as it was said last. */
export interface Surroundings {
  theme: Theme;
  viewport: Viewport;
  insets: Insets;
}

type Tell = <Name extends keyof KabarEvents>(name: Name, value: KabarEvents[Name]) => void;

/**
 * Follows theme, room and buttons of the host and tells the page. Colours are also CSS variables, as `--kabar-bg-color`, and `color-scheme` is set, so that
 * form controls and scroll bars match.
 */
export function createSurroundings(page: PageWindow, talk: Talk, params: QueryValues, tell: Tell): Surroundings {
  const around: Surroundings = {
    theme: { scheme: 'light', colors: {} },
    viewport: { height: page.innerHeight, width: page.innerWidth, isExpanded: false, isStable: true },
    insets: { top: 0, right: 0, bottom: 0, left: 0 },
  };
  const paint = (given: Record<string, unknown>) => {
    around.theme = readTheme(given, around.theme);
    const { style } = page.document.documentElement;
    for (const [name, color] of Object.entries(around.theme.colors))
      style.setProperty(`--kabar-${name.replaceAll('_', '-')}`, color);
    style.setProperty('color-scheme', around.theme.scheme);
  };
  paint(parseObject(params['tgWebAppThemeParams']));
  talk.hear('theme_changed', (data) => {
    paint(data?.theme_params ?? {});
    tell('theme', around.theme);
  });
  talk.hear('viewport_changed', (data) => {
    const { height, width } = { ...around.viewport, ...data };
    around.viewport = { height, width, isExpanded: data.is_expanded, isStable: data.is_state_stable };
    tell('viewport', around.viewport);
  });
  const edges: { safe: Insets; content: Insets } = { safe: around.insets, content: around.insets };
  const join = (kind: 'safe' | 'content', data: Insets) => {
    edges[kind] = { ...edges[kind], ...data };
    const sum = (side: keyof Insets) => edges.safe[side] + edges.content[side];
    around.insets = { top: sum('top'), right: sum('right'), bottom: sum('bottom'), left: sum('left') };
    tell('insets', around.insets);
  };
  talk.hear('safe_area_changed', (data) => join('safe', data));
  talk.hear('content_safe_area_changed', (data) => join('content', data));
  talk.hear('visibility_changed', (data) => tell('visible', data.is_visible));
  talk.hear('fullscreen_changed', (data) => tell('fullscreen', data.is_fullscreen));
  talk.hear('main_button_pressed', () => tell('main', undefined));
  talk.hear('secondary_button_pressed', () => tell('secondary', undefined));
  talk.hear('back_button_pressed', () => tell('back', undefined));
  talk.hear('settings_button_pressed', () => tell('settings', undefined));
  talk.hear('reload_iframe', () => {
    talk.say('iframe_will_reload');
    page.location.reload();
  });
  return around;
}

function readTheme(given: Record<string, unknown>, before: Theme): Theme {
  const colors: Record<string, string> = { ...before.colors };
  for (const [name, value] of Object.entries(given)) {
    const color = parseColor(value);
    if (color && /^[a-z0-9_]+$/.test(name)) colors[name] = color;
  }
  return { scheme: isDarkColor(colors['bg_color'] ?? '#ffffff') ? 'dark' : 'light', colors };
}
