import base from '#client/locales/ko.json';
import chat from '#client/locales/ko/chat.json';
import jump from '#client/locales/ko/jump.json';
import kinds from '#client/locales/ko/kinds.json';
import order from '#client/locales/ko/order.json';
import system from '#client/locales/ko/system.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** What the first picture says in one language, as one file to load. A key of English that is missing here does not compile. */
export const ko: Texts<FirstTexts> = { ...base, ...chat, ...jump, ...kinds, ...order, ...system };
