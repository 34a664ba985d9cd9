import type { StoreApi } from 'zustand/vanilla';
import { toAppLanguage } from '#domain/toAppLanguage.ts';
import type { RelayState } from '#protocol/bridge.ts';
import type { WireError } from '#protocol/errors.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import { firstState, type AppLaunch, type AppState, type AppTrouble } from './AppState.ts';
import type { Permissions } from './createPermissions.ts';
import type { Questions } from './createQuestions.ts';
import { createEarlyFrame, type EarlyFrame } from './createEarlyFrame.ts';
import { createPulse, type Pulse } from './createPulse.ts';
import { toFrameUrl } from './toFrameUrl.ts';

/** After this time a page that speaks and has not said that it is ready is shown all the same, ms: some never say it. */
const patienceMs = 5_000;

/** Brings the page into its frame. */
export interface Launcher {
  /** Makes the frame ready, where the app's place is known, and tells nobody. */
  warm(): void;
  /** Whether the frame is ready and nothing else has happened. */
  isWarm(): boolean;
  /** Asks the server, and at the first opening the person; then shows the page. */
  launch(): Promise<void>;
  /** Begins the page anew, with the permissions that it has now. */
  reload(): void;
  /** The page has said something. */
  spoken(): void;
  /** The frame around the page has said where it is. */
  relay(state: RelayState): void;
  /** Whether the page is seen. */
  seen(isSeen: boolean): void;
  /** The frame has loaded something. */
  loaded(): void;
  fail(trouble: AppTrouble): void;
  stop(): void;
}

export function createLauncher(
  store: StoreApi<AppState>,
  ports: AppHostPorts,
  { questions, permissions }: { questions: Questions; permissions: Permissions },
): Launcher {
  const patience = createPatience(store, ports);
  const early = createEarlyFrame(store, ports);
  const fail = (trouble: AppTrouble): void => {
    questions.finish(undefined);
    patience.stop();
    pulse.stop();
    early.drop();
    store.setState({ phase: 'trouble', trouble, url: undefined });
  };
  const pulse = createPulse(store, ports, () => fail({ kind: 'died' }));
  const show = (launch: AppLaunch, view: AppState['view']): void => {
    const allow = permissions.ofFrame();
    const facts = { origin: ports.origin, theme: ports.theme(), allow };
    const url = toFrameUrl(launch, { ...facts, isFullscreen: view === 'full' });
    if (ports.wish().n === undefined) ports.keepPlace({ origin: launch.origin, allow });
    ports.connect(launch.origin);
    const frame = early.take(launch.origin, allow, url) ?? { url, frame: store.getState().frame + 1 };
    store.setState({ ...firstState, phase: 'loading', launch, view, allow, ...frame });
    patience.begin();
    // Another frame has a first word of its own.
    if (!early.isUsed()) pulse.stop();
  };
  return {
    warm: () => store.setState(early.warm() ?? {}),
    isWarm: early.isWarm,
    async launch() {
      const { frame, view: viewBefore } = store.getState();
      // Asked for before anything is drawn.
      const asked = request(ports);
      if (!early.isWarm()) pulse.stop();
      store.setState({ ...firstState, frame, view: viewBefore, ...early.begin() });
      const answer = await asked;
      if (!answer.ok) return fail(toTrouble(answer));
      permissions.load(answer.data.grants);
      const choice = await askFirst(store, questions, permissions, answer.data);
      if (choice === 'away') return ports.close();
      // With the name in it, or without: the page begins with what was decided.
      const decided = choice === 'named' ? await request(ports) : answer;
      if (!decided.ok) return fail(toTrouble(decided));
      show(decided.data, answer.data.view);
    },
    reload() {
      const { launch, view } = store.getState();
      questions.finish(undefined);
      early.drop();
      if (launch) show(launch, view);
    },
    spoken: patience.spoken,
    ...createFrameNews(store, ports, { early, patience, pulse, fail }),
    fail,
  };
}

/** A frame that has loaded and says nothing for so long is not ours: the browser shows a page of its own there, ms. */
const wordMs = 3_000;

interface FrameWatch {
  early: EarlyFrame;
  patience: Patience;
  pulse: Pulse;
  fail: Launcher['fail'];
}

/** What the frame around the page says, what the browser says of it, and how long anybody listens. */
function createFrameNews(
  store: StoreApi<AppState>,
  ports: AppHostPorts,
  { early, patience, pulse, fail }: FrameWatch,
): Pick<Launcher, 'relay' | 'loaded' | 'seen' | 'stop'> {
  let heard = 0;
  /** Only a page that has not been there yet: what an app does to itself later is its affair. */
  const lose = (): void => {
    if (store.getState().phase === 'loading') fail({ kind: ports.isLive() ? 'unreachable' : 'offline' });
    else if (early.isWarm()) early.drop();
  };
  return {
    relay(state) {
      heard = store.getState().frame;
      if (state === 'waiting') early.isThere();
      if (state === 'waiting' || state === 'here') pulse.begin();
      else if (state === 'alive') pulse.answered();
      else if (state === 'failed') lose();
      else patience.shown();
    },
    loaded() {
      const { frame } = store.getState();
      if (heard === frame) return;
      ports.after(wordMs, () => {
        if (heard !== frame && store.getState().frame === frame) lose();
      });
    },
    seen: pulse.visible,
    stop() {
      patience.stop();
      pulse.stop();
    },
  };
}

/**
 * Before the first opening, whether the page may know the name. `named`: allowed right now; `away`: the person does
 * not want the page at all. Nothing is drawn between the answer and the page unless there is a question.
 */
async function askFirst(
  store: StoreApi<AppState>,
  questions: Questions,
  permissions: Permissions,
  launch: AppLaunch,
): Promise<'named' | 'nameless' | 'away'> {
  const isWished = launch.ask.some(({ scope }) => scope === 'profile');
  if (!isWished || permissions.answerOf('profile') !== undefined) return 'nameless';
  store.setState({ phase: 'consent', launch, view: launch.view });
  const reason = permissions.reasonOf('profile') ?? '';
  const choice = await questions.ask({ kind: 'scope', scope: 'profile', reason }, false);
  if (choice === undefined) return 'away';
  return (await permissions.decide('profile', choice === 'allow')) ? 'named' : 'nameless';
}

type Patience = ReturnType<typeof createPatience>;

/** Waits for a page that loads. */
function createPatience(store: StoreApi<AppState>, ports: AppHostPorts) {
  let end: (() => void) | undefined;
  let hasSpoken = false;
  const stop = (): void => end?.();
  /** What becomes of it when it still loads after the usual time. */
  const wait = (change: Partial<AppState>): void => {
    stop();
    end = ports.after(patienceMs, () => {
      if (store.getState().phase === 'loading') store.setState(change);
    });
  };
  return {
    stop,
    begin() {
      hasSpoken = false;
      wait({ isSlow: true });
    },
    spoken: () => void (hasSpoken = true),
    /** The page has loaded. One that speaks says itself when it is ready, within reason; one that knows nothing of us is ready now. */
    shown() {
      if (hasSpoken) return wait({ phase: 'ready' });
      if (store.getState().phase === 'loading') store.setState({ phase: 'ready', isSlow: false });
    },
  };
}

function request({ wish, rpc, newOp, language }: AppHostPorts) {
  const { app, start, c, n } = wish();
  return rpc('app.launch', {
    ...{ app, op: newOp() },
    lang: toAppLanguage(language()),
    ...(start ? { start } : {}),
    ...(c === undefined ? {} : { c }),
    ...(n === undefined ? {} : { n }),
  });
}

function toTrouble({ code }: WireError): AppTrouble {
  if (code === 'FORBIDDEN') return { kind: 'closed' };
  if (code === 'GONE') return { kind: 'gone' };
  if (code === 'NOT_FOUND') return { kind: 'missing' };
  if (code === 'UNAVAILABLE' || code === 'TIMEOUT') return { kind: 'offline' };
  return { kind: 'refused', code };
}
