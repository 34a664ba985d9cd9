import appCards from '#client/locales/ko/appCards.json';
import appHost from '#client/locales/ko/appHost.json';
import apps from '#client/locales/ko/apps.json';
import cards from '#client/locales/ko/cards.json';
import communities from '#client/locales/ko/communities.json';
import errors from '#client/locales/ko/errors.json';
import gallery from '#client/locales/ko/gallery.json';
import guard from '#client/locales/ko/guard.json';
import help from '#client/locales/ko/help.json';
import joining from '#client/locales/ko/joining.json';
import keep from '#client/locales/ko/keep.json';
import later from '#client/locales/ko/later.json';
import links from '#client/locales/ko/links.json';
import makers from '#client/locales/ko/makers.json';
import media from '#client/locales/ko/media.json';
import messages from '#client/locales/ko/messages.json';
import moderation from '#client/locales/ko/moderation.json';
import people from '#client/locales/ko/people.json';
import polls from '#client/locales/ko/polls.json';
import picture from '#client/locales/ko/picture.json';
import shelf from '#client/locales/ko/shelf.json';
import stickers from '#client/locales/ko/stickers.json';
import voice from '#client/locales/ko/voice.json';
import threads from '#client/locales/ko/threads.json';
import useful from '#client/locales/ko/useful.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const koLater: Texts<LaterTexts> = {
  ...appCards,
  ...appHost,
  ...apps,
  ...cards,
  ...communities,
  ...errors,
  ...gallery,
  ...guard,
  ...help,
  ...joining,
  ...keep,
  ...later,
  ...links,
  ...makers,
  ...media,
  ...messages,
  ...moderation,
  ...people,
  ...picture,
  ...polls,
  ...shelf,
  ...stickers,
  ...threads,
  ...voice,
  ...useful,
};
