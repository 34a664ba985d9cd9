import base from '#client/locales/ja.json';
import chat from '#client/locales/ja/chat.json';
import guard from '#client/locales/ja/guard.json';
import joining from '#client/locales/ja/joining.json';
import jump from '#client/locales/ja/jump.json';
import order from '#client/locales/ja/order.json';
import people from '#client/locales/ja/people.json';
import picture from '#client/locales/ja/picture.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** All texts of one language, so that they are one file to load. A key of English that is missing here does not compile. */
export const ja: Texts<FirstTexts> = {
  ...base,
  ...chat,
  ...guard,
  ...joining,
  ...jump,
  ...order,
  ...people,
  ...picture,
};
