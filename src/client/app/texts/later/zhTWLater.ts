import appCards from '#client/locales/zh-TW/appCards.json';
import appHost from '#client/locales/zh-TW/appHost.json';
import apps from '#client/locales/zh-TW/apps.json';
import communities from '#client/locales/zh-TW/communities.json';
import errors from '#client/locales/zh-TW/errors.json';
import guard from '#client/locales/zh-TW/guard.json';
import joining from '#client/locales/zh-TW/joining.json';
import makers from '#client/locales/zh-TW/makers.json';
import moderation from '#client/locales/zh-TW/moderation.json';
import people from '#client/locales/zh-TW/people.json';
import picture from '#client/locales/zh-TW/picture.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const zhTWLater: Texts<LaterTexts> = {
  ...appCards,
  ...appHost,
  ...apps,
  ...communities,
  ...errors,
  ...guard,
  ...joining,
  ...makers,
  ...moderation,
  ...people,
  ...picture,
};
