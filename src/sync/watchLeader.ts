import type { Leadership } from './leadership.ts';
import type { EnginePorts } from './ports.ts';

/** How often a visible tab that does not lead asks whether anybody does, ms. */
const askMs = 5_000;
/** An engine that lives answers within this time, ms: it works in pieces of at most 200 ms. */
const answerMs = 1_500;
/** Questions in a row that stay without an answer before the lead is taken. */
const questions = 2;
/** Rest before the next theft, ms: a random time between these, × 2 for each theft in a row. */
const restMs = { least: 5_000, most: 15_000 };
const restCap = 8;

type WatchPorts = Pick<EnginePorts, 'clock' | 'random' | 'line' | 'surroundings' | 'log'>;

/** Watches the engine of this browser from one tab. */
export interface LeaderWatch {
  stop(): void;
}

/**
 * Looks from a visible tab whether the engine, which may run in another tab, still lives: browsers freeze tabs in the background without taking their locks
 * away. It asks when the tab becomes visible, when its person does something, and every five seconds; two questions without an answer take the lead. Hidden
 * tabs never do: nobody waits there, and they may be slow themselves.
 */
export function watchLeader(ports: WatchPorts, lead: Pick<Leadership, 'isLeading' | 'takeOver'>): LeaderWatch {
  const { clock, line, surroundings } = ports;
  const doubt = createDoubt(ports, lead);
  const stops = [
    surroundings.onChange((what) => {
      if (what === 'visible') doubt.ask();
      // A question that was under way while the device slept was heard by nobody.
      if (what === 'wake' || what === 'hidden') doubt.forget();
    }),
    line.onEvent((event) => {
      if (event.t === 'pong') doubt.trust();
      // Somebody has just begun to lead: this tab, the victim of a theft and all others leave it time.
      if (event.t === 'status' && event.status.phase === 'boot') doubt.rest();
    }),
    line.onCall((call) => {
      if (call.t === 'poke') doubt.ask();
    }),
  ];
  let stopTimer: () => void;
  const beat = (): void => {
    stopTimer = clock.after(askMs, () => {
      doubt.ask();
      beat();
    });
  };
  beat();
  return {
    stop() {
      doubt.forget();
      stopTimer();
      for (const stop of stops) stop();
    },
  };
}

/** What a tab thinks of the leader. */
interface Doubt {
  /** Asks whether it is there, unless there is no reason to. */
  ask(): void;
  /** It has answered. */
  trust(): void;
  /** Nothing is known: what was asked counts no more. */
  forget(): void;
  /** Forgets, and asks nothing for a while. */
  rest(): void;
}

function createDoubt(
  { clock, random, line, surroundings, log }: WatchPorts,
  lead: Pick<Leadership, 'isLeading' | 'takeOver'>,
): Doubt {
  let unanswered = 0;
  let thefts = 0;
  let restUntil = 0;
  let stopWaiting: (() => void) | undefined;
  const isMatter = (): boolean => !lead.isLeading() && surroundings.isVisible();

  const doubt: Doubt = {
    ask() {
      if (stopWaiting || !isMatter() || clock.elapsed() < restUntil) return;
      stopWaiting = clock.after(answerMs, () => {
        stopWaiting = undefined;
        unanswered += 1;
        if (unanswered < questions) return doubt.ask();
        if (!isMatter()) return doubt.forget();
        doubt.rest();
        thefts += 1;
        log.warn('leader.silent');
        lead.takeOver();
      });
      // Behind the timer: the answer may come before the call returns.
      line.call({ t: 'ping' });
    },
    trust() {
      doubt.forget();
      thefts = 0;
    },
    forget() {
      stopWaiting?.();
      stopWaiting = undefined;
      unanswered = 0;
    },
    rest() {
      doubt.forget();
      const span = restMs.least + random.float() * (restMs.most - restMs.least);
      restUntil = clock.elapsed() + span * 2 ** Math.min(thefts, restCap);
    },
  };
  return doubt;
}
