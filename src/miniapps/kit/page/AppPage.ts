import type { Kabar } from '#miniapp-sdk/sdk/sdkTypes.ts';
import type { ServerLine } from './createServerLine.ts';
import type { KitWords, PageLanguage } from './pageWords.ts';

/** What every page of ours stands on. `start`: what the link or button said that opened it. */
export interface AppPage<Words> {
  readonly kabar: Kabar;
  readonly server: ServerLine;
  readonly words: Words;
  readonly kit: KitWords;
  readonly lang: PageLanguage;
  readonly start: string;
}
