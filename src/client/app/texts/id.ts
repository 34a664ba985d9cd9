import base from '#client/locales/id.json';
import chat from '#client/locales/id/chat.json';
import jump from '#client/locales/id/jump.json';
import kinds from '#client/locales/id/kinds.json';
import order from '#client/locales/id/order.json';
import system from '#client/locales/id/system.json';
import type { FirstTexts, Texts } from '#client/locales/texts.ts';

/** What the first picture says in one language, as one file to load. A key of English that is missing here does not compile. */
export const id: Texts<FirstTexts> = { ...base, ...chat, ...jump, ...kinds, ...order, ...system };
