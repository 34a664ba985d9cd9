import communities from '#client/locales/ko/communities.json';
import moderation from '#client/locales/ko/moderation.json';
import type { PlaceTexts, Texts } from '#client/locales/texts.ts';

/** Texts about communities and about keeping order, for the screens that need them. A key of English that is missing here does not compile. */
export const koPlaces: Texts<PlaceTexts> = { ...communities, ...moderation };
