import type { Decorator } from '@storybook/react-vite';
import { pageLanguage, kitWords } from '#miniapps/kit/page/pageWords.ts';
import css from '#miniapps/kit/page/kit.css?inline';

/** The colours that the messenger tells pages, for previews. */
const colors = {
  light: {
    bg: '#fcfaf7',
    section: '#ffffff',
    secondary: '#f0ece5',
    text: '#2b2622',
    subtitle: '#5f5850',
    button: '#056064',
    buttonText: '#f7fdfd',
    link: '#056064',
    danger: '#b3163c',
  },
  dark: {
    bg: '#171717',
    section: '#1f1f1f',
    secondary: '#292929',
    text: '#ededed',
    subtitle: '#b3b3b3',
    button: '#5cc8c4',
    buttonText: '#0b2222',
    link: '#5cc8c4',
    danger: '#ff9aa2',
  },
} as const;

const toRule = (selector: string, own: (typeof colors)['light' | 'dark']): string =>
  `${selector} {
    --kabar-bg-color: ${own.bg};
    --kabar-section-bg-color: ${own.section};
    --kabar-secondary-bg-color: ${own.secondary};
    --kabar-text-color: ${own.text};
    --kabar-subtitle-text-color: ${own.subtitle};
    --kabar-button-color: ${own.button};
    --kabar-button-text-color: ${own.buttonText};
    --kabar-link-color: ${own.link};
    --kabar-destructive-text-color: ${own.danger};
  }`;

const told = `${toRule(':root', colors.light)} ${toRule(":root[data-theme='dark']", colors.dark)}`;

/** Shows a story as a page of a mini-app, in the theme of the previews. As long as the story stands: other previews have buttons of their own. */
export const inMiniApp: Decorator = (Story) => (
  <>
    <style>{told}</style>
    <style>{css}</style>
    <Story />
  </>
);

/** Words of a page in the language of the previews. */
export function wordsIn<Words>(table: Readonly<Record<string, Words>>, globals: Readonly<Record<string, unknown>>) {
  const lang = pageLanguage(typeof globals['language'] === 'string' ? globals['language'] : 'en');
  return { words: table[lang] as Words, kit: kitWords[lang], lang };
}
