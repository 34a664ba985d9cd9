import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { dateLocale } from './dateLocale.ts';

/** React Aria takes language and direction from the browser's settings; ours are those of `<html>`. Wrap each of its layers in this. */
export function AriaLocale({ children }: { children: ReactNode }) {
  const { lang, dir } = document.documentElement;
  // It knows a direction only by its language.
  return <I18nProvider locale={dir === 'rtl' ? 'ar' : dateLocale(lang || 'en')}>{children}</I18nProvider>;
}
