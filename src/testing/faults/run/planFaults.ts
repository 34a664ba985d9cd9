/** Kinds of faults. `serverKill` is `kill -9`, `serverStop` SIGSTOP for a while; the others of the server are what their names say. The rest is about lines and clients. */
export const faultKinds = [
  'serverKill',
  'serverStop',
  'serverRestart',
  'latency',
  'hole',
  'reset',
  'cutBytes',
  'bandwidth',
  'clientKill',
  'clientStop',
] as const;
export type FaultKind = (typeof faultKinds)[number];

/** One fault as planned. */
export interface PlannedFault {
  kind: FaultKind;
  /** time from the beginning of the fault before, ms */
  afterMs: number;
  /** how long it lasts, ms */
  forMs: number;
  /** share of the lines that it meets, 0 to 1; 1 = all */
  share: number;
  /** for whatever else is left to chance, 0 ≤ x < 1 */
  chance: number;
}

/** Lengths of a run's faults, ms. */
export interface FaultPace {
  gapMs: readonly [least: number, most: number];
  /** longest stop of a process or a line */
  longestMs: number;
}

/** How often each kind is in the deck, and how long it lasts in parts of the longest. */
const deck: Record<FaultKind, { cards: number; parts: readonly [number, number] }> = {
  serverKill: { cards: 4, parts: [0, 0.1] },
  serverStop: { cards: 2, parts: [0.05, 1] },
  serverRestart: { cards: 1, parts: [0, 0] },
  latency: { cards: 1, parts: [0.2, 0.5] },
  hole: { cards: 2, parts: [0.15, 0.8] },
  reset: { cards: 1, parts: [0, 0.1] },
  cutBytes: { cards: 1, parts: [0, 0] },
  bandwidth: { cards: 1, parts: [0.2, 0.5] },
  clientKill: { cards: 2, parts: [0, 0.2] },
  clientStop: { cards: 1, parts: [0.1, 0.6] },
};

/** Faults in one round of the deck: every kind is among them, the server's death four times. */
export const deckSize = Object.values(deck).reduce((sum, { cards }) => sum + cards, 0);

/** Deals faults for ever. Each round of the deck holds every kind, in an order that the chance gives. */
export function* planFaults(float: () => number, pace: FaultPace): Generator<PlannedFault, never> {
  const between = ([from, to]: readonly [number, number]): number => from + float() * (to - from);
  for (;;) {
    const kinds = faultKinds.flatMap((kind) => Array.from({ length: deck[kind].cards }, () => kind));
    while (kinds.length > 0) {
      const [kind] = kinds.splice(Math.floor(float() * kinds.length), 1) as [FaultKind];
      yield {
        kind,
        afterMs: between(pace.gapMs),
        forMs: between(deck[kind].parts) * pace.longestMs,
        share: float() < 0.35 ? 1 : 0.1 + float() * 0.5,
        chance: float(),
      };
    }
  }
}
