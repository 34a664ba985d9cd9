import { createStore, type StoreApi } from 'zustand/vanilla';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { Album, ShelfId } from '#protocol/entities/shelf.ts';
import type { WireError } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { Services } from '#client/context.ts';
import type { TakeProblem } from '#client/stores/mediaStore.ts';

/** Why a file did not come into an album. `other`: neither photo nor film. */
export type AddProblem = TakeProblem | 'other' | 'unavailable' | Pick<WireError, 'code' | 'retry'>;

/** A file that is to come into an album. */
interface Waiting {
  file: File;
  /** once it is prepared; its bytes are on this device then */
  part?: MediaPart;
}

/** Files on their way into an album. `done`, `total`: of this round; `sent`: share of the one under way, 0–1. */
export interface AddState {
  isRunning: boolean;
  done: number;
  total: number;
  sent: number;
  failed: readonly { name: string; problem: AddProblem }[];
}

/** Hears what has come into an album, and what the album is now. */
export type OnAdded = (album: Album, part: MediaPart, isLast: boolean) => void;

/** The way of files into one album. */
export interface AddQueue {
  readonly store: StoreApi<AddState>;
  /** Takes files in, one after the other, in this order. `onAdded`: one has arrived; `isLast`: no other is on its way. */
  add(files: readonly File[], onAdded: OnAdded): void;
  /** Tries those again that may work later. */
  retry(): void;
  /** Stops after the one under way; what failed is forgotten. */
  cancel(): void;
}

const idle: AddState = { isRunning: false, done: 0, total: 0, sent: 0, failed: [] };
const queues = new WeakMap<Services, Map<string, AddQueue>>();

/** The queue of an album in this tab: it goes on while other pages are looked at. */
export function addQueueOf(services: Services, place: { c: ChatId; i: ShelfId }): AddQueue {
  const ofPerson = queues.get(services) ?? new Map<string, AddQueue>();
  queues.set(services, ofPerson);
  const key = `${place.c} ${place.i}`;
  const queue = ofPerson.get(key) ?? createQueue(services, place);
  ofPerson.set(key, queue);
  return queue;
}

function createQueue(services: Services, place: { c: ChatId; i: ShelfId }): AddQueue {
  const store = createStore<AddState>(() => idle);
  let waiting: Waiting[] = [];
  let again: Waiting[] = [];
  let tell: OnAdded = () => undefined;
  const run = async (): Promise<void> => {
    if (store.getState().isRunning) return;
    store.setState({ isRunning: true });
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      // oxlint-disable-next-line no-await-in-loop -- they come into the album in their order
      const answer = await carry(services, place, one, (sent) => store.setState({ sent }));
      if ('album' in answer) tell(answer.album, answer.part, waiting.length === 0);
      else fail(one, answer.problem);
      store.setState(({ done }) => ({ done: done + 1, sent: 0 }));
    }
    store.setState({ isRunning: false, done: 0, total: 0 });
  };
  const fail = (one: Waiting, problem: AddProblem): void => {
    if (typeof problem === 'object' || problem === 'unavailable') again.push(one);
    store.setState(({ failed }) => ({ failed: [...failed, { name: one.file.name, problem }] }));
  };
  const begin = (more: readonly Waiting[]): void => {
    waiting.push(...more);
    store.setState(({ total }) => ({ total: total + more.length }));
    void run();
  };
  return {
    store,
    add(files, onAdded) {
      tell = onAdded;
      begin(files.map((file) => ({ file })));
    },
    retry() {
      const some = again;
      again = [];
      store.setState({ failed: [] });
      begin(some);
    },
    cancel() {
      const dropped = [...waiting, ...again].flatMap(({ part }) => part?.id ?? []);
      waiting = [];
      again = [];
      store.setState(({ done, isRunning }) => ({ failed: [], total: isRunning ? done + 1 : 0 }));
      void services.stores.media.getState().kit?.drop(dropped);
    },
  };
}

/** Prepares one file, sends it, and puts it into the album. */
async function carry(
  services: Services,
  { c, i }: { c: ChatId; i: ShelfId },
  one: Waiting,
  onSent: (share: number) => void,
): Promise<{ album: Album; part: MediaPart } | { problem: AddProblem }> {
  let kit;
  try {
    kit = await services.loadMedia();
  } catch {
    // Without a network the code itself cannot be had.
    return { problem: 'unavailable' };
  }
  if (!one.part) {
    const taken = await kit.take(one.file, 'standard');
    if ('problem' in taken) return taken;
    one.part = taken.part;
  }
  const { part } = one;
  if (part.t !== 'i' && part.t !== 'v') {
    await kit.drop([part.id]);
    return { problem: 'other' };
  }
  const sent = await kit.send(part, (bytes) => onSent(Math.min(1, bytes / part.z)));
  if (!sent.ok) return { problem: sent };
  const answer = await services.rpc('album.add', { c, i, f: [part], op: services.newOp() });
  return answer.ok ? { album: answer.data.album, part } : { problem: answer };
}
