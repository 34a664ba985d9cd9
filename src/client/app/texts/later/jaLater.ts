import appCards from '#client/locales/ja/appCards.json';
import appHost from '#client/locales/ja/appHost.json';
import apps from '#client/locales/ja/apps.json';
import cards from '#client/locales/ja/cards.json';
import communities from '#client/locales/ja/communities.json';
import errors from '#client/locales/ja/errors.json';
import gallery from '#client/locales/ja/gallery.json';
import guard from '#client/locales/ja/guard.json';
import help from '#client/locales/ja/help.json';
import joining from '#client/locales/ja/joining.json';
import keep from '#client/locales/ja/keep.json';
import later from '#client/locales/ja/later.json';
import links from '#client/locales/ja/links.json';
import makers from '#client/locales/ja/makers.json';
import media from '#client/locales/ja/media.json';
import messages from '#client/locales/ja/messages.json';
import moderation from '#client/locales/ja/moderation.json';
import people from '#client/locales/ja/people.json';
import polls from '#client/locales/ja/polls.json';
import picture from '#client/locales/ja/picture.json';
import shelf from '#client/locales/ja/shelf.json';
import stickers from '#client/locales/ja/stickers.json';
import voice from '#client/locales/ja/voice.json';
import threads from '#client/locales/ja/threads.json';
import useful from '#client/locales/ja/useful.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const jaLater: Texts<LaterTexts> = {
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
