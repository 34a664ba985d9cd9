import type { Decorator } from '@storybook/react-vite';

const GROUNDS = {
  surface: 'bg-surface [--plane:var(--surface)]',
  sunken: 'bg-surface-sunken [--plane:var(--surface-sunken)]',
  raised: 'bg-surface-raised [--plane:var(--surface-raised)]',
};

/**
 * Puts theme, language and direction on `<html>` as the app does, and the story on one of the planes: `parameters.plane` is `surface`
 * (default), `sunken`, `raised`, or `none` for stories that
 * fill the window themselves. `parameters.dir`, `.width` (px) and `.textScale` (0.9–1.4) are there for stories about just that.
 */
export const withPage: Decorator = (Story, { globals, parameters }) => {
  const html = document.documentElement;
  const theme = globals['theme'];
  if (theme === 'light' || theme === 'dark') html.dataset['theme'] = theme;
  else delete html.dataset['theme'];
  html.lang = String(globals['language'] ?? 'en');
  html.style.setProperty('--text-scale', String(parameters['textScale'] ?? 1));
  // Under test nothing moves: axe would measure the contrast of a half-transparent layer.
  if ('__vitest_browser__' in globalThis)
    for (const name of ['--t-enter', '--t-feedback']) html.style.setProperty(name, '0ms');
  html.dir = parameters['dir'] ?? globals['direction'] ?? 'ltr';
  const plane: 'surface' | 'sunken' | 'raised' | 'none' = parameters['plane'] ?? 'surface';
  if (plane === 'none') return <Story />;
  return (
    <div className={`p-4 text-ink ${GROUNDS[plane]}`} style={{ maxWidth: parameters['width'] }}>
      <Story />
    </div>
  );
};
