/**
 * In whose manner a language writes days and times. English has several: where the browser says which one this person reads ("29 November" or "November 29"), that one; the other languages have one each.
 */
export const dateLocale = (language: string): string =>
  language === 'en' ? (navigator.languages.find((wish) => /^en-[A-Z]{2}$/.test(wish)) ?? language) : language;
