import type { Theme } from './createTheme.ts';

/** What differs between the two buttons below a page. */
export interface BottomButtonKind {
  type: 'main' | 'secondary';
  text: string;
  event: string;
  pressed: string;
  colorOf(theme: Theme): string;
  textColorOf(theme: Theme): string;
}

/** The button for what the page is about, and one beside it. Texts and colours stand until the page says others. */
export const bottomButtonKinds: Record<'main' | 'secondary', BottomButtonKind> = {
  main: {
    type: 'main',
    text: 'Continue',
    event: 'mainButtonClicked',
    pressed: 'main_button_pressed',
    colorOf: ({ themeParams }) => themeParams['button_color'] ?? '#2a7f7b',
    textColorOf: ({ themeParams }) => themeParams['button_text_color'] ?? '#ffffff',
  },
  secondary: {
    type: 'secondary',
    text: 'Cancel',
    event: 'secondaryButtonClicked',
    pressed: 'secondary_button_pressed',
    colorOf: ({ themeParams }) => themeParams['bottom_bar_bg_color'] ?? themeParams['secondary_bg_color'] ?? '#ffffff',
    textColorOf: ({ themeParams }) => themeParams['button_color'] ?? '#2a7f7b',
  },
};
