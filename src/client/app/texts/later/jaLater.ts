import appCards from '#client/locales/ja/appCards.json';
import appHost from '#client/locales/ja/appHost.json';
import apps from '#client/locales/ja/apps.json';
import communities from '#client/locales/ja/communities.json';
import errors from '#client/locales/ja/errors.json';
import guard from '#client/locales/ja/guard.json';
import joining from '#client/locales/ja/joining.json';
import makers from '#client/locales/ja/makers.json';
import moderation from '#client/locales/ja/moderation.json';
import people from '#client/locales/ja/people.json';
import picture from '#client/locales/ja/picture.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const jaLater: Texts<LaterTexts> = {
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
