import { emitter } from '#base/emitter.ts';
import type { PictureSource } from '#client/parts/PictureSource.ts';
import type { MediaSize } from '#client/stores/mediaStore.ts';
import type { MediaId, PictureSize } from '#protocol/entities/media.ts';
import type { Ack } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestOutput } from '#protocol/requests.ts';

/** What the pictures of a tab need. */
export interface PicturesDeps {
  sign(ids: MediaId[]): Promise<Ack<RequestOutput<'media.sign'>>>;
  /** whether something between this page and the network keeps pictures: then they are asked for by name first */
  hasCache(): boolean;
  /** server clock, ms */
  serverNow(): number;
  /** Calls once after so many ms. */
  later(ms: number, run: () => void): void;
}

/** Pictures of one tab. */
export interface Pictures extends PictureSource {
  srcOf(id: MediaId, size: PictureSize | MediaSize): string | undefined;
  /** The server can be reached again: what could not be had is asked for once more. */
  retry(): void;
}

/*
 *   (unknown) ── has a cache ──> kept ── broken ──> asking ── address ──> signed ── broken ──> missing
 *       └─────── no cache ───────────────────────────^  └───── none, or no network ─────────────^ │
 *                                                    └────────────────── retry ──────────────────┘
 * What is missing in one size may be kept in another: each is still shown by its bare name until that has broken too.
 */
type State =
  /** by its bare name, which only the cache answers */
  { at: 'kept' } | { at: 'asking' } | { at: 'signed'; url: string; until: number } | { at: 'missing' };

/** Wishes of one moment go out together: a list that appears is one request. */
const gatherMs = 20;
/** An address is asked for anew when less than this is left of it, ms. */
const marginMs = 10 * 60_000;
/** After a request that did not work, ms. */
const repeatMs = 30_000;

/**
 * Finds addresses for pictures. One that this device has kept is shown without a word to the server, also without a network; for others one request names up to a
 * hundred. Addresses live in memory only.
 */
export function createPictures(deps: PicturesDeps): Pictures {
  const states = new Map<MediaId, State>();
  const lacking = lackingSizes();
  const changes = emitter<void>();
  const repeatLater = onceAtATime(deps.later, () => retry());

  const set = (id: MediaId, state: State): void => {
    states.set(id, state);
    // An address answers every size, and what it answers is kept.
    if (state.at === 'signed') lacking.forget(id);
    changes.emit();
  };
  const ask = gatherWishes(deps, (ids, answer) => {
    const urls = new Map(answer.ok ? answer.data.urls : []);
    for (const id of ids) {
      const url = urls.get(id);
      if (url !== undefined && answer.ok) set(id, { at: 'signed', url, until: answer.data.until });
      // The network says nothing about an address that is still good.
      else if (answer.ok || states.get(id)?.at !== 'signed') set(id, { at: 'missing' });
    }
    if (!answer.ok) repeatLater(answer.retry ?? repeatMs);
  });
  const askAnew = (id: MediaId): void => {
    set(id, { at: 'asking' });
    ask(id);
  };
  const retry = (): void => {
    for (const [id, { at }] of states) if (at === 'missing') askAnew(id);
  };
  const firstState = (): State => ({ at: deps.hasCache() ? 'kept' : 'asking' });
  return {
    srcOf(id, size) {
      const state = states.get(id) ?? firstState();
      if (state.at === 'signed') return `${state.url}&s=${size}`;
      // While one size is asked for, or cannot be had, the other one, which the cache may have, stays on screen.
      const isLacking = state.at === 'missing' && lacking.has(id, size);
      return !isLacking && deps.hasCache() ? `/media/${id}?s=${size}` : undefined;
    },
    want(id) {
      const state = states.get(id);
      if (!state) {
        const first = firstState();
        states.set(id, first);
        if (first.at === 'asking') ask(id);
        // The old address stays on screen until the new one is there.
      } else if (state.at === 'signed' && state.until - deps.serverNow() < marginMs) ask(id);
    },
    failed(id, src) {
      const state = states.get(id) ?? firstState();
      lacking.note(id, src);
      if (state.at === 'kept') askAnew(id);
      else if (state.at === 'missing') changes.emit();
      // What broke may be an address from before.
      else if (state.at === 'signed' && src.startsWith(state.url)) set(id, { at: 'missing' });
    },
    subscribe: (listener) => changes.on(listener),
    retry,
  };
}

/** Sizes that this device has not kept, of what is missing. */
function lackingSizes() {
  const sizes = new Map<MediaId, Set<string>>();
  return {
    has: (id: MediaId, size: PictureSize | MediaSize): boolean => sizes.get(id)?.has(String(size)) === true,
    /** Only bare names say it: with a seal it is the network that did not answer. */
    note(id: MediaId, src: string): void {
      const query = new URLSearchParams(src.slice(src.indexOf('?')));
      if (!query.has('k')) sizes.set(id, new Set(sizes.get(id)).add(query.get('s') ?? ''));
    },
    forget: (id: MediaId) => sizes.delete(id),
  };
}

/** Runs something later, unless it is going to be run already. */
function onceAtATime(later: PicturesDeps['later'], run: () => void): (ms: number) => void {
  let isWaiting = false;
  return (ms) => {
    if (isWaiting) return;
    isWaiting = true;
    later(ms, () => {
      isWaiting = false;
      run();
    });
  };
}

/** Makes a wish for an address; those of one moment travel together. `take` gets each answer with the wishes it is for. */
function gatherWishes(
  { sign, later }: Pick<PicturesDeps, 'sign' | 'later'>,
  take: (ids: MediaId[], answer: Awaited<ReturnType<PicturesDeps['sign']>>) => void,
): (id: MediaId) => void {
  let wishes = new Set<MediaId>();
  const fetchSome = async (ids: MediaId[]): Promise<void> => take(ids, await sign(ids));
  const flush = (): void => {
    const ids = [...wishes];
    wishes = new Set();
    for (let from = 0; from < ids.length; from += limits.idsMax) void fetchSome(ids.slice(from, from + limits.idsMax));
  };
  return (id) => {
    if (wishes.size === 0) later(gatherMs, flush);
    wishes.add(id);
  };
}
