import appCards from '#client/locales/ko/appCards.json';
import appHost from '#client/locales/ko/appHost.json';
import apps from '#client/locales/ko/apps.json';
import communities from '#client/locales/ko/communities.json';
import errors from '#client/locales/ko/errors.json';
import guard from '#client/locales/ko/guard.json';
import joining from '#client/locales/ko/joining.json';
import makers from '#client/locales/ko/makers.json';
import moderation from '#client/locales/ko/moderation.json';
import people from '#client/locales/ko/people.json';
import picture from '#client/locales/ko/picture.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const koLater: Texts<LaterTexts> = {
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
