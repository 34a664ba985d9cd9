import type { Preview } from '@storybook/react-vite';
import { configure } from 'storybook/test';
import { languageHook } from './languageHook.ts';
import './loadTexts.ts';
import { watchConsole } from './watchConsole.ts';
import { withPage } from './withPage.tsx';
import './preview.css';
import { checkOtherTheme } from '#testing/browser/checkOtherTheme.ts';
import { giveBackClipboard } from '#testing/fakeClipboard.ts';
import { patienceMs } from '#testing/patience.ts';

// Only what never comes meets it: well below the limit of a test, so that its message says what was missing.
configure({ asyncUtilTimeout: patienceMs / 2 });

let watch: ReturnType<typeof watchConsole> | null = null;

/** A switch in the toolbar. */
const toolbar = (title: string, icon: 'contrast' | 'globe' | 'transfer', items: Record<string, string>) => ({
  description: title,
  toolbar: {
    title,
    icon,
    dynamicTitle: true,
    items: Object.entries(items).map(([value, name]) => ({ value, title: name })),
  },
});

/** A window of the three layouts: phone, tablet, desktop. */
const size = (name: string, width: number, height: number) => ({
  name,
  styles: { width: `${width}px`, height: `${height}px` },
});

const preview: Preview = {
  initialGlobals: { theme: 'light', language: 'en', direction: 'ltr' },
  globalTypes: {
    theme: toolbar('Theme', 'contrast', { light: 'Light', dark: 'Dark', system: 'System' }),
    language: toolbar('Language', 'globe', {
      en: 'English',
      id: 'Bahasa Indonesia',
      ja: '日本語',
      ko: '한국어',
      'zh-TW': '繁體中文',
    }),
    direction: toolbar('Direction', 'transfer', { ltr: 'Left to right', rtl: 'Right to left' }),
  },
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    // Any violation fails the story. A page has regions; a part of one has not.
    a11y: {
      test: 'error',
      config: { rules: [{ id: 'region', enabled: false }] },
      // Of what is right the names of the rules are enough: in full, the results of five thousand stories are half a gigabyte.
      options: { resultTypes: ['violations'] },
    },
    viewport: {
      options: {
        phone: size('Phone 360', 360, 740),
        tablet: size('Tablet 820', 820, 1180),
        desk: size('Desktop 1440', 1440, 900),
      },
    },
    options: { storySort: { order: ['ui', 'parts', 'features', 'screens'] } },
  },
  loaders: [({ globals }) => languageHook.load(String(globals['language']))],
  beforeEach() {
    watch = watchConsole();
  },
  async afterEach({ globals }) {
    watch?.finish();
    watch = null;
    // All stories share a page.
    giveBackClipboard();
    await checkOtherTheme(globals['theme']);
  },
  decorators: [withPage],
};

export default preview;
