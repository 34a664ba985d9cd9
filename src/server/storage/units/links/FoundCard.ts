import type { Extras } from '#protocol/entities/messages.ts';

/** What a page says about itself, without its address: see `extrasSchema`. */
export type FoundCard = Omit<NonNullable<Extras['lk']>, 'u'>;
