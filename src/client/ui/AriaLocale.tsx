import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components';

/** React Aria takes language and direction from the browser's settings; ours are those of `<html>`. Wrap each of its layers in this. */
export function AriaLocale({ children }: { children: ReactNode }) {
  const { lang, dir } = document.documentElement;
  // It knows a direction only by its language.
  return <I18nProvider locale={dir === 'rtl' ? 'ar' : lang || 'en'}>{children}</I18nProvider>;
}
