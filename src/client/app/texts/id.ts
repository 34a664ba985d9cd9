import base from '#client/locales/id.json';
import chat from '#client/locales/id/chat.json';
import guard from '#client/locales/id/guard.json';
import joining from '#client/locales/id/joining.json';
import jump from '#client/locales/id/jump.json';
import order from '#client/locales/id/order.json';
import people from '#client/locales/id/people.json';
import picture from '#client/locales/id/picture.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** All texts of one language, so that they are one file to load. A key of English that is missing here does not compile. */
export const id: Texts<FirstTexts> = {
  ...base,
  ...chat,
  ...guard,
  ...joining,
  ...jump,
  ...order,
  ...people,
  ...picture,
};
