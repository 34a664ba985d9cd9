/**
 * Message kinds. A client stores kinds it does not know and shows them as "needs a newer version". `person`: a contact card. `place`: where somebody is, once. People send `text`,
 * `sticker`, `media`, `poll`, `person` and `place`; the others come from the server.
 */
export const messageKind = {
  text: 1,
  system: 2,
  card: 3,
  sticker: 4,
  media: 5,
  poll: 6,
  person: 7,
  place: 8,
} as const;
