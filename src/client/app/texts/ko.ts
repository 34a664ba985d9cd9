import base from '#client/locales/ko.json';
import chat from '#client/locales/ko/chat.json';
import guard from '#client/locales/ko/guard.json';
import joining from '#client/locales/ko/joining.json';
import jump from '#client/locales/ko/jump.json';
import order from '#client/locales/ko/order.json';
import people from '#client/locales/ko/people.json';
import picture from '#client/locales/ko/picture.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** All texts of one language, so that they are one file to load. A key of English that is missing here does not compile. */
export const ko: Texts<FirstTexts> = {
  ...base,
  ...chat,
  ...guard,
  ...joining,
  ...jump,
  ...order,
  ...people,
  ...picture,
};
