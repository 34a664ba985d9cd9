import appCards from '#client/locales/id/appCards.json';
import appHost from '#client/locales/id/appHost.json';
import apps from '#client/locales/id/apps.json';
import communities from '#client/locales/id/communities.json';
import errors from '#client/locales/id/errors.json';
import guard from '#client/locales/id/guard.json';
import joining from '#client/locales/id/joining.json';
import makers from '#client/locales/id/makers.json';
import moderation from '#client/locales/id/moderation.json';
import people from '#client/locales/id/people.json';
import picture from '#client/locales/id/picture.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const idLater: Texts<LaterTexts> = {
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
