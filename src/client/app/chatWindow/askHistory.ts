import type { ErrorCode } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { HistoryOutcome } from '#sync/changes.ts';
import type { Clock, Random, TabLine } from '#sync/ports.ts';

/** A wish for messages that are not on the device: exactly one of the three. */
export type HistoryWish = { before: number } | { after: number } | { around: number };

/** How long history may take while something is on screen already, ms. */
export const historyWaitMs = 20_000;

/**
 * Asks the engine, wherever it runs, for history and waits for its word; what it fetched is in the cache then. Answers undefined when it went well, else why
 * it did not. An engine that is just moving to another tab never answers: after `timeoutMs` that counts as TIMEOUT.
 */
export function askHistory(
  deps: { line: TabLine; clock: Clock; random: Random },
  c: ChatId,
  wish: HistoryWish,
  timeoutMs: number,
): Promise<ErrorCode | undefined> {
  const id = deps.random.uuid();
  return new Promise((resolve) => {
    const settle = (code: ErrorCode | undefined): void => {
      stopHearing();
      stopTimer();
      resolve(code);
    };
    const stopHearing = deps.line.onEvent((event) => {
      if (event.t === 'history' && event.outcome.id === id) settle(toProblem(event.outcome));
    });
    const stopTimer = deps.clock.after(timeoutMs, () => settle('TIMEOUT'));
    deps.line.call({ t: 'history', id, c, ...wish });
  });
}

function toProblem(outcome: HistoryOutcome): ErrorCode | undefined {
  return outcome.ok ? undefined : (outcome.code ?? 'UNAVAILABLE');
}
