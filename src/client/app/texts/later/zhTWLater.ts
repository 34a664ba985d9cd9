import appCards from '#client/locales/zh-TW/appCards.json';
import appHost from '#client/locales/zh-TW/appHost.json';
import apps from '#client/locales/zh-TW/apps.json';
import cards from '#client/locales/zh-TW/cards.json';
import communities from '#client/locales/zh-TW/communities.json';
import errors from '#client/locales/zh-TW/errors.json';
import gallery from '#client/locales/zh-TW/gallery.json';
import guard from '#client/locales/zh-TW/guard.json';
import help from '#client/locales/zh-TW/help.json';
import joining from '#client/locales/zh-TW/joining.json';
import keep from '#client/locales/zh-TW/keep.json';
import later from '#client/locales/zh-TW/later.json';
import links from '#client/locales/zh-TW/links.json';
import makers from '#client/locales/zh-TW/makers.json';
import media from '#client/locales/zh-TW/media.json';
import messages from '#client/locales/zh-TW/messages.json';
import moderation from '#client/locales/zh-TW/moderation.json';
import people from '#client/locales/zh-TW/people.json';
import polls from '#client/locales/zh-TW/polls.json';
import picture from '#client/locales/zh-TW/picture.json';
import shelf from '#client/locales/zh-TW/shelf.json';
import stickers from '#client/locales/zh-TW/stickers.json';
import voice from '#client/locales/zh-TW/voice.json';
import threads from '#client/locales/zh-TW/threads.json';
import useful from '#client/locales/zh-TW/useful.json';
import type { LaterTexts, Texts } from '#client/locales/texts.ts';

/** What everything but the first picture says in one language. A key of English that is missing here does not compile. */
export const zhTWLater: Texts<LaterTexts> = {
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
