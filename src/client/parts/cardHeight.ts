import type { CardWords } from '#protocol/entities/appCards.ts';

/** Least height of a card, px: the room it holds while its code is loaded, so that little moves when it comes. */
export function cardHeight({ picture, text, facts, share, line, code, buttons, mark }: CardWords): number {
  const parts: [unknown, number][] = [
    [picture, 100],
    [text, 18],
    [facts, 52],
    [share, 18],
    [line, 92],
    [code, 62],
    [buttons, 40],
    [picture === undefined ? mark : undefined, 28],
  ];
  return parts.reduce((sum, [part, height]) => (part === undefined ? sum : sum + height), 76);
}
