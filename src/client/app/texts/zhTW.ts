import base from '#client/locales/zh-TW.json';
import chat from '#client/locales/zh-TW/chat.json';
import jump from '#client/locales/zh-TW/jump.json';
import kinds from '#client/locales/zh-TW/kinds.json';
import order from '#client/locales/zh-TW/order.json';
import system from '#client/locales/zh-TW/system.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** What the first picture says in one language, as one file to load. A key of English that is missing here does not compile. */
export const zhTW: Texts<FirstTexts> = { ...base, ...chat, ...jump, ...kinds, ...order, ...system };
