import type { Decorator } from '@storybook/react-vite';

const GROUNDS = {
  surface: 'bg-surface [--plane:var(--surface)]',
  sunken: 'bg-surface-sunken [--plane:var(--surface-sunken)]',
  raised: 'bg-surface-raised [--plane:var(--surface-raised)]',
};

/**
 * Puts theme, language and direction on `<html>` as the app does, and the story on one of the planes: `parameters.plane` is `surface`
 * (default), `sunken`, `raised`, or `none` for stories that fill the window themselves.
 */
export const withPage: Decorator = (Story, { globals, parameters }) => {
  const html = document.documentElement;
  const theme = globals['theme'];
  if (theme === 'light' || theme === 'dark') html.dataset['theme'] = theme;
  else delete html.dataset['theme'];
  html.lang = String(globals['language'] ?? 'en');
  html.dir = parameters['dir'] ?? globals['direction'] ?? 'ltr';
  const plane: 'surface' | 'sunken' | 'raised' | 'none' = parameters['plane'] ?? 'surface';
  if (plane === 'none') return <Story />;
  return (
    <div className={`p-4 text-ink ${GROUNDS[plane]}`} style={{ maxWidth: parameters['width'] }}>
      <Story />
    </div>
  );
};
