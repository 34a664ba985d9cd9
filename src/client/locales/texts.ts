import type { TFunction } from 'i18next';
import type { ErrorCode } from '#protocol/errors.ts';
import type en from './en.json';
import type appCards from './en/appCards.json';
import type appHost from './en/appHost.json';
import type apps from './en/apps.json';
import type cards from './en/cards.json';
import type chat from './en/chat.json';
import type communities from './en/communities.json';
import type errors from './en/errors.json';
import type gallery from './en/gallery.json';
import type guard from './en/guard.json';
import type help from './en/help.json';
import type joining from './en/joining.json';
import type jump from './en/jump.json';
import type keep from './en/keep.json';
import type kinds from './en/kinds.json';
import type later from './en/later.json';
import type links from './en/links.json';
import type makers from './en/makers.json';
import type media from './en/media.json';
import type messages from './en/messages.json';
import type moderation from './en/moderation.json';
import type order from './en/order.json';
import type people from './en/people.json';
import type picture from './en/picture.json';
import type polls from './en/polls.json';
import type shelf from './en/shelf.json';
import type stickers from './en/stickers.json';
import type system from './en/system.json';
import type threads from './en/threads.json';
import type voice from './en/voice.json';
import type useful from './en/useful.json';

/** Texts that the chat list and a conversation may need: they travel with the first load. */
export type FirstTexts = typeof en & typeof chat & typeof jump & typeof kinds & typeof order & typeof system;
/** Texts of everything that is loaded later. */
export type LaterTexts = typeof appCards &
  typeof appHost &
  typeof apps &
  typeof cards &
  typeof keep &
  typeof communities &
  typeof errors &
  typeof gallery &
  typeof guard &
  typeof help &
  typeof joining &
  typeof later &
  typeof links &
  typeof makers &
  typeof media &
  typeof messages &
  typeof moderation &
  typeof people &
  typeof picture &
  typeof polls &
  typeof shelf &
  typeof stickers &
  typeof threads &
  typeof voice &
  typeof useful;
/** English is the original: its keys are the keys of every language. */
export type EnglishTexts = FirstTexts & LaterTexts;

/**
 * What the file of another language has to hold: every key of English. The singular of a plural (`…_one`) is optional, because Japanese, Korean,
 * Chinese and Indonesian have none.
 */
export type Texts<Tree = EnglishTexts> = {
  [Key in keyof Tree as Key extends `${string}_one` ? never : Key]: Tree[Key] extends string
    ? string
    : Texts<Tree[Key]>;
} & { [Key in keyof Tree as Key extends `${string}_one` ? Key : never]?: string };

/** Drops the plural suffix: callers name the text, i18next picks the form. */
type WithoutForm<Key extends string> = Key extends `${infer Name}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}`
  ? Name
  : Key;
type Paths<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? WithoutForm<Key> : `${Key}.${Paths<Tree[Key]>}`;
}[keyof Tree & string];

/** Name of a text: `error.BUSY`, `app.crash.title` … */
export type TextKey = Paths<EnglishTexts>;

/** The words of the current language, looked up by {@link TextKey}. Named here: told from the hook's result, the compiler goes through all keys anew until it gives up. */
export type Words = TFunction;

/** Fails to compile while an error code has no words. */
export type ErrorTexts = EnglishTexts['error'] extends Record<ErrorCode, string> ? EnglishTexts['error'] : never;

declare module 'i18next' {
  // Not the tree of all texts: with more than 800 of them each call of `t` is deeper than the compiler goes. That every name exists is for locales.test.ts.
  interface CustomTypeOptions {
    defaultNS: 'translation';
    returnNull: false;
    /** Keys are told to the compiler whole (`app.crash.title`): to take hundreds of them apart itself costs it more than it allows. */
    keySeparator: false;
    resources: { translation: Record<TextKey, string> };
  }
}
