import base from '#client/locales/en.json';
import chat from '#client/locales/en/chat.json';
import guard from '#client/locales/en/guard.json';
import joining from '#client/locales/en/joining.json';
import jump from '#client/locales/en/jump.json';
import order from '#client/locales/en/order.json';
import people from '#client/locales/en/people.json';
import picture from '#client/locales/en/picture.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** All texts of one language, so that they are one file to load. A key of English that is missing here does not compile. */
export const en: Texts<FirstTexts> = {
  ...base,
  ...chat,
  ...guard,
  ...joining,
  ...jump,
  ...order,
  ...people,
  ...picture,
};
