import communities from '#client/locales/en/communities.json';
import moderation from '#client/locales/en/moderation.json';
import type { PlaceTexts, Texts } from '#client/locales/texts.ts';

/** Texts about communities and about keeping order, for the screens that need them. A key of English that is missing here does not compile. */
export const enPlaces: Texts<PlaceTexts> = { ...communities, ...moderation };
