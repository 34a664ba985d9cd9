import type { BridgeEvent, BridgeEvents, BridgeMethod } from '#protocol/bridge.ts';
import { makeRequestId } from '../wire/makeRequestId.ts';
import { openLine, type BridgeData, type PageWindow } from '../wire/openLine.ts';
import { createKabarError } from './createKabarError.ts';

/** Hears events of the wire under their names there. */
export type Hear = <Event extends BridgeEvent>(
  event: Event,
  listener: (data: BridgeEvents[Event]) => void,
) => () => void;

/** A conversation with the host: what is said, what is heard, and questions with answers. */
export interface Talk {
  readonly hasHost: boolean;
  say<Method extends BridgeMethod>(method: Method, data?: BridgeData<Method>): void;
  hear: Hear;
  /** Asks with a request id and answers the event that carries the same one. */
  request<Event extends BridgeEvent>(event: Event, ask: (id: string) => void): Promise<BridgeEvents[Event]>;
  /** Asks a question that stands on the screen: the next waits until `listen` has settled this one. */
  dialog<Answer>(ask: () => void, listen: (settle: (answer: Answer) => void) => (() => void)[]): Promise<Answer>;
  close(): void;
}

/** Opens a {@link Talk}. Nothing is asked again and nothing runs out: some questions wait for a person. */
export function createTalk(page: PageWindow): Talk {
  const listeners = new Map<string, Set<(data: never) => void>>();
  const refusals = new Set<(error: Error) => void>();
  let isClosed = false;
  let last: Promise<unknown> = Promise.resolve();
  const line = openLine(page, (event, data) => {
    if (!isClosed) for (const listener of [...(listeners.get(event) ?? [])]) listener(data as never);
  });

  const hear: Hear = (event, listener) => {
    const known = listeners.get(event) ?? new Set();
    listeners.set(event, known.add(listener));
    return () => void known.delete(listener);
  };
  /** One answer, or the error of a line that was closed. */
  const wait = <Answer>(ask: () => void, listen: (settle: (answer: Answer) => void) => (() => void)[]) =>
    new Promise<Answer>((resolve, reject) => {
      if (isClosed) return reject(closedError());
      const end = () => {
        refusals.delete(refuse);
        for (const stop of stops) stop();
      };
      const refuse = (error: Error) => {
        end();
        reject(error);
      };
      const stops = listen((answer) => {
        end();
        resolve(answer);
      });
      refusals.add(refuse);
      ask();
    });
  return {
    hasHost: line.hasHost,
    say: (method, data) => line.send(method, data),
    hear,
    request(event, ask) {
      const id = makeRequestId();
      return wait<never>(
        () => ask(id),
        (settle) => [
          hear(event, (data) => {
            if (String((data as { req_id?: unknown } | undefined)?.req_id) === id) settle(data as never);
          }),
        ],
      );
    },
    dialog(ask, listen) {
      const next = last.then(() => wait(ask, listen));
      last = next.catch(() => undefined);
      return next;
    },
    close() {
      isClosed = true;
      for (const refuse of [...refusals]) refuse(closedError());
    },
  };
}

const closedError = (): Error => createKabarError('CLOSED', 'The line to the messenger was closed.');
