import type { FormatterModule } from 'i18next';

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: string): Intl.NumberFormat {
  const format = formats.get(language) ?? new Intl.NumberFormat(language);
  formats.set(language, format);
  return format;
}

const ignore = (): void => {
  // No text names a format of its own.
};

/** Numbers in texts stand as people of the language write them ("5,000 members"); whatever else is put into a text stays as it is. */
export const numberFormatter: FormatterModule = {
  type: 'formatter',
  init: ignore,
  add: ignore,
  addCached: ignore,
  format: (value: unknown, _format, language = 'en') =>
    typeof value === 'number' ? formatOf(language).format(value) : (value as string),
};
