import type { UserCard } from '#protocol/entities/user.ts';

/** Colours a person can choose for the face without a picture; each is a key of the palette. */
export const faceColours = Array.from({ length: 12 }, (_, index) => `c${index}`);

/** What decides the colour of a person's face: the chosen colour (`c0`…`c11`), else the id. */
export function faceId(id: number, card?: Pick<UserCard, 'av'>): string {
  return card?.av ?? String(id);
}
