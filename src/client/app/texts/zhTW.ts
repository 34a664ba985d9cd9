import base from '#client/locales/zh-TW.json';
import chat from '#client/locales/zh-TW/chat.json';
import guard from '#client/locales/zh-TW/guard.json';
import joining from '#client/locales/zh-TW/joining.json';
import jump from '#client/locales/zh-TW/jump.json';
import order from '#client/locales/zh-TW/order.json';
import people from '#client/locales/zh-TW/people.json';
import picture from '#client/locales/zh-TW/picture.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** All texts of one language, so that they are one file to load. A key of English that is missing here does not compile. */
export const zhTW: Texts<FirstTexts> = {
  ...base,
  ...chat,
  ...guard,
  ...joining,
  ...jump,
  ...order,
  ...people,
  ...picture,
};
