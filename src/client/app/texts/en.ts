import base from '#client/locales/en.json';
import chat from '#client/locales/en/chat.json';
import jump from '#client/locales/en/jump.json';
import kinds from '#client/locales/en/kinds.json';
import order from '#client/locales/en/order.json';
import system from '#client/locales/en/system.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** What the first picture says in one language, as one file to load. A key of English that is missing here does not compile. */
export const en: Texts<FirstTexts> = { ...base, ...chat, ...jump, ...kinds, ...order, ...system };
