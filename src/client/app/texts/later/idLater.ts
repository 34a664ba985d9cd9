import appCards from '#client/locales/id/appCards.json';
import appHost from '#client/locales/id/appHost.json';
import apps from '#client/locales/id/apps.json';
import cards from '#client/locales/id/cards.json';
import communities from '#client/locales/id/communities.json';
import errors from '#client/locales/id/errors.json';
import gallery from '#client/locales/id/gallery.json';
import guard from '#client/locales/id/guard.json';
import help from '#client/locales/id/help.json';
import joining from '#client/locales/id/joining.json';
import keep from '#client/locales/id/keep.json';
import later from '#client/locales/id/later.json';
import links from '#client/locales/id/links.json';
import makers from '#client/locales/id/makers.json';
import media from '#client/locales/id/media.json';
import messages from '#client/locales/id/messages.json';
import moderation from '#client/locales/id/moderation.json';
import people from '#client/locales/id/people.json';
import polls from '#client/locales/id/polls.json';
import picture from '#client/locales/id/picture.json';
import shelf from '#client/locales/id/shelf.json';
import stickers from '#client/locales/id/stickers.json';
import voice from '#client/locales/id/voice.json';
import threads from '#client/locales/id/threads.json';
import useful from '#client/locales/id/useful.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const idLater: Texts<LaterTexts> = {
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
