/**
 * The order after `ids`, in their order, were taken out and put right before `to`, or at the end (`null`). Ids that are not in it are left out; all others keep their order among themselves. Undefined: `to` is not there.
 * Where `to` is one of those that move, they go before the first one behind it that stays.
 */
export function moveInOrder<Id>(order: readonly Id[], ids: readonly Id[], to: Id | null): Id[] | undefined {
  const moving = new Set(ids);
  const known = new Set(order);
  const moved = [...moving].filter((id) => known.has(id));
  const rest = order.filter((id) => !moving.has(id));
  if (to === null) return [...rest, ...moved];
  const from = order.indexOf(to);
  if (from === -1) return undefined;
  const next = order.slice(from).find((id) => !moving.has(id));
  const at = next === undefined ? rest.length : rest.indexOf(next);
  return rest.toSpliced(at, 0, ...moved);
}
