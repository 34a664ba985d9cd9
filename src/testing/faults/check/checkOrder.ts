import type { SawEvent, SeenChat, Violation } from './history.ts';
import type { StoredIndex } from './indexStored.ts';

/**
 * (c) One order for everybody: what a device saw at a place is what is stored there, and once it had claimed to know everything between two places, no message
 * ever appeared between them. Older pages that are fetched later lie outside of what was claimed, and a device that knows of changes which it does not have yet
 * claims nothing: a message that was changed since comes with its change.
 */
export function checkOrder(d: number, events: readonly SawEvent[], stored: StoredIndex): Violation[] {
  const places = new Map<number, Map<number, string>>();
  const claims = new Map<number, SeenChat>();
  const broken: Violation[] = [];
  const complain = (text: string): void => void broken.push({ rule: 'order', text: `device ${d} ${text}` });
  for (const { c, rows, chat } of events) {
    const known = places.get(c) ?? new Map<number, string>();
    places.set(c, known);
    const claim = claims.get(c);
    for (const [s, , u, i] of rows) {
      const what = `${u} ${i}`;
      const real = stored.at(c, s);
      if (real?.u !== u || real.i !== i) complain(`saw ${what} at ${c}/${s}, where ${real?.i ?? 'nothing'} is stored`);
      const before = known.get(s);
      if (before !== undefined && before !== what) complain(`saw ${before} and then ${what} at ${c}/${s}`);
      if (before === undefined && claim && s >= claim.tailFrom && s <= claim.rev)
        complain(`saw ${c}/${s} only after it claimed to know ${claim.tailFrom} to ${claim.rev}`);
      known.set(s, what);
    }
    if (chat && chat.rev >= chat.head) claims.set(c, chat);
  }
  return broken;
}
