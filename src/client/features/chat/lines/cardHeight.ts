/** Least height of what a card may have, px; its app and title take the rest. */
const heights = { picture: 100, text: 18, facts: 52, share: 18, line: 92, code: 62, buttons: 40, mark: 28 } as const;
const headHeight = 76;

/** Least height of a card, px: the room it holds while its code is loaded, so that little moves when it comes. `body`: of the message, as it came. */
export function cardHeight(body: Readonly<Record<string, unknown>>): number {
  const words = (body['words'] ?? {}) as Record<string, unknown>;
  // On a picture the mark has no room of its own.
  const parts = (Object.keys(heights) as (keyof typeof heights)[]).filter(
    (part) => words[part] !== undefined && !(part === 'mark' && words['picture'] !== undefined),
  );
  return parts.reduce((sum, part) => sum + heights[part], headHeight);
}
