import appCards from '#client/locales/en/appCards.json';
import appHost from '#client/locales/en/appHost.json';
import apps from '#client/locales/en/apps.json';
import communities from '#client/locales/en/communities.json';
import errors from '#client/locales/en/errors.json';
import guard from '#client/locales/en/guard.json';
import joining from '#client/locales/en/joining.json';
import makers from '#client/locales/en/makers.json';
import moderation from '#client/locales/en/moderation.json';
import people from '#client/locales/en/people.json';
import picture from '#client/locales/en/picture.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const enLater: Texts<LaterTexts> = {
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
