import appCards from '#client/locales/en/appCards.json';
import appHost from '#client/locales/en/appHost.json';
import apps from '#client/locales/en/apps.json';
import cards from '#client/locales/en/cards.json';
import communities from '#client/locales/en/communities.json';
import errors from '#client/locales/en/errors.json';
import gallery from '#client/locales/en/gallery.json';
import guard from '#client/locales/en/guard.json';
import help from '#client/locales/en/help.json';
import joining from '#client/locales/en/joining.json';
import keep from '#client/locales/en/keep.json';
import later from '#client/locales/en/later.json';
import links from '#client/locales/en/links.json';
import makers from '#client/locales/en/makers.json';
import media from '#client/locales/en/media.json';
import messages from '#client/locales/en/messages.json';
import moderation from '#client/locales/en/moderation.json';
import people from '#client/locales/en/people.json';
import polls from '#client/locales/en/polls.json';
import picture from '#client/locales/en/picture.json';
import shelf from '#client/locales/en/shelf.json';
import stickers from '#client/locales/en/stickers.json';
import voice from '#client/locales/en/voice.json';
import threads from '#client/locales/en/threads.json';
import useful from '#client/locales/en/useful.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const enLater: Texts<LaterTexts> = {
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
