import communities from '#client/locales/id/communities.json';
import moderation from '#client/locales/id/moderation.json';
import type { PlaceTexts, Texts } from '#client/locales/texts.ts';

/** Texts about communities and about keeping order, for the screens that need them. A key of English that is missing here does not compile. */
export const idPlaces: Texts<PlaceTexts> = { ...communities, ...moderation };
