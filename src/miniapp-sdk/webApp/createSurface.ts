import { parseColor } from '../wire/parseColor.ts';
import { parseObject } from '../wire/launchParams.ts';
import type { Core } from './createCore.ts';
import type { Theme } from './createTheme.ts';

/** Colours of the theme that a surface can follow by name. */
const colorNames = ['bg_color', 'secondary_bg_color', 'bottom_bar_bg_color'] as const;
type ColorName = (typeof colorNames)[number];
const isColorName = (value: unknown): value is ColorName => colorNames.some((name) => name === value);

/** The part of WebApp about colours that the page chooses for what the host draws around it. */
export interface Surface {
  headerColor: string;
  backgroundColor: string;
  bottomBarColor: string;
  setHeaderColor(color: unknown): void;
  setBackgroundColor(color: unknown): void;
  setBottomBarColor(color: unknown): void;
}

/** Makes the {@link Surface}. A colour is a name of the theme, which it then follows, or a fixed one. */
export function createSurface(core: Core, theme: Theme): Surface {
  const chosen: Record<'header' | 'background' | 'bottom', string> = {
    header: 'bg_color',
    background: 'bg_color',
    bottom: 'bottom_bar_bg_color',
  };
  const launched = parseObject(core.view.initParams['tgWebAppDefaultColors']);
  chosen.header = parseColor(launched['header_color']) ?? chosen.header;
  chosen.background = parseColor(launched['bg_color']) ?? chosen.background;
  chosen.bottom = parseColor(launched['bottom_bar_color']) ?? chosen.bottom;

  const show = (color: string): string => {
    if (!isColorName(color)) return color;
    const { themeParams, colorScheme } = theme;
    const fallback = color === 'bottom_bar_bg_color' ? themeParams['secondary_bg_color'] : undefined;
    return themeParams[color] ?? fallback ?? (colorScheme === 'dark' ? '#000000' : '#ffffff');
  };
  const read = (value: unknown, error: string): string => {
    const color = isColorName(value) ? value : parseColor(value);
    return (
      color ?? core.refuse(error, 'A colour is #rrggbb, or one of bg_color, secondary_bg_color, bottom_bar_bg_color.')
    );
  };
  const setHeaderColor = (value: unknown) => {
    core.demand('6.1', 'setHeaderColor');
    const color = read(value, 'WebAppHeaderColorKeyInvalid');
    chosen.header = color;
    core.post('web_app_set_header_color', isColorName(color) ? { color_key: color } : { color });
  };
  const setBackgroundColor = (value: unknown) => {
    core.demand('6.1', 'setBackgroundColor');
    chosen.background = read(value, 'WebAppBackgroundColorInvalid');
    // By value: hosts of the older versions know no names here.
    core.post('web_app_set_background_color', { color: show(chosen.background) });
  };
  const setBottomBarColor = (value: unknown) => {
    core.demand('7.10', 'setBottomBarColor');
    chosen.bottom = read(value, 'WebAppBottomBarColorInvalid');
    core.post('web_app_set_bottom_bar_color', { color: show(chosen.bottom) });
  };
  core.onEvent('themeChanged', () => {
    // What follows the theme is said again, because it was said by value.
    if (isColorName(chosen.background) && chosen.background !== 'bg_color') setBackgroundColor(chosen.background);
    if (isColorName(chosen.bottom) && chosen.bottom !== 'bottom_bar_bg_color') setBottomBarColor(chosen.bottom);
  });
  return toSurface(chosen, show, { setHeaderColor, setBackgroundColor, setBottomBarColor });
}

type Setters = Pick<Surface, 'setHeaderColor' | 'setBackgroundColor' | 'setBottomBarColor'>;

/** The three colours as properties that can be read and set beside their functions. */
function toSurface(
  chosen: Record<'header' | 'background' | 'bottom', string>,
  show: (color: string) => string,
  setters: Setters,
): Surface {
  return {
    ...setters,
    get headerColor() {
      return show(chosen.header);
    },
    set headerColor(color) {
      setters.setHeaderColor(color);
    },
    get backgroundColor() {
      return show(chosen.background);
    },
    set backgroundColor(color) {
      setters.setBackgroundColor(color);
    },
    get bottomBarColor() {
      return show(chosen.bottom);
    },
    set bottomBarColor(color) {
      setters.setBottomBarColor(color);
    },
  };
}
