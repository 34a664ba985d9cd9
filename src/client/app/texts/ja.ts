import base from '#client/locales/ja.json';
import chat from '#client/locales/ja/chat.json';
import jump from '#client/locales/ja/jump.json';
import kinds from '#client/locales/ja/kinds.json';
import order from '#client/locales/ja/order.json';
import system from '#client/locales/ja/system.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** What the first picture says in one language, as one file to load. A key of English that is missing here does not compile. */
export const ja: Texts<FirstTexts> = { ...base, ...chat, ...jump, ...kinds, ...order, ...system };
