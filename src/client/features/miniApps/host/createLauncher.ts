import type { StoreApi } from 'zustand/vanilla';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import type { WireError } from '#protocol/errors.ts';
import type { AppWish } from '#client/stores/openAppsStore.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import { firstState, type AppLaunch, type AppState, type AppTrouble } from './AppState.ts';
import type { Permissions } from './createPermissions.ts';
import type { Questions } from './createQuestions.ts';
import { toFrameUrl } from './toFrameUrl.ts';

/** After this time a page that speaks and has not said that it is ready is shown all the same, ms: some never say it. */
const patienceMs = 5_000;

/** Brings the page into its frame. */
export interface Launcher {
  /** Asks the server, and at the first opening the person; then shows the page. */
  launch(): Promise<void>;
  /** Begins the page anew, with the permissions that it has now. */
  reload(): void;
  /** The page has said something. */
  spoken(): void;
  /** The frame has loaded a page. */
  loaded(): void;
  fail(trouble: AppTrouble): void;
  stop(): void;
}

export function createLauncher(
  wish: AppWish,
  store: StoreApi<AppState>,
  ports: AppHostPorts,
  { questions, permissions }: { questions: Questions; permissions: Permissions },
): Launcher {
  let hasSpoken = false;
  const { wait, stop } = createPatience(store, ports);
  const fail = (trouble: AppTrouble): void => {
    questions.finish(undefined);
    stop();
    store.setState({ phase: 'trouble', trouble, url: undefined });
  };
  const show = (launch: AppLaunch, view: AppState['view']): void => {
    hasSpoken = false;
    const allow = permissions.ofFrame();
    const facts = { origin: ports.origin, theme: ports.theme(), allow };
    const url = toFrameUrl(launch, { ...facts, isFullscreen: view === 'full' });
    store.setState({
      ...{ ...firstState, phase: 'loading', launch, view, allow, url },
      frame: store.getState().frame + 1,
    });
    wait({ isSlow: true });
  };
  return {
    async launch() {
      const { frame, view: viewBefore } = store.getState();
      store.setState({ ...firstState, frame, view: viewBefore });
      let answer = await request(wish, ports);
      if (!answer.ok) return fail(toTrouble(answer));
      const { view, grants } = answer.data;
      permissions.load(grants);
      store.setState({ launch: answer.data, view });
      const reason = permissions.reasonOf('profile');
      if (reason !== undefined && permissions.answerOf('profile') === undefined) {
        store.setState({ phase: 'consent' });
        const choice = await questions.ask({ kind: 'scope', scope: 'profile', reason }, false);
        if (choice === undefined) return ports.close();
        // With the name in it, or without: the page begins with what was decided.
        const isAllowed = await permissions.decide('profile', choice === 'allow');
        if (isAllowed) answer = await request(wish, ports);
        if (!answer.ok) return fail(toTrouble(answer));
      }
      show(answer.data, view);
    },
    reload() {
      const { launch, view } = store.getState();
      questions.finish(undefined);
      if (launch) show(launch, view);
    },
    spoken: () => void (hasSpoken = true),
    // A page that speaks says itself when it is ready, within reason. One that knows nothing of us is ready when it has loaded.
    loaded() {
      if (hasSpoken) return wait({ phase: 'ready' });
      if (store.getState().phase === 'loading') store.setState({ phase: 'ready', isSlow: false });
    },
    fail,
    stop,
  };
}

/** Waits for a page that loads. */
function createPatience(store: StoreApi<AppState>, ports: AppHostPorts) {
  let end: (() => void) | undefined;
  const stop = (): void => end?.();
  return {
    stop,
    /** What becomes of it when it still loads after the usual time. */
    wait(change: Partial<AppState>): void {
      stop();
      end = ports.after(patienceMs, () => {
        if (store.getState().phase === 'loading') store.setState(change);
      });
    },
  };
}

/** Languages of the wire; see `appLanguages`. */
const languages = ['en', 'id', 'ja', 'ko', 'zh-TW'] as const satisfies readonly AppLanguage[];

const request = ({ app, start, c, n }: AppWish, { rpc, newOp, language }: AppHostPorts) =>
  rpc('app.launch', {
    ...{ app, op: newOp() },
    lang: languages.find((known) => known === language()) ?? 'en',
    ...(start ? { start } : {}),
    ...(c === undefined ? {} : { c }),
    ...(n === undefined ? {} : { n }),
  });

function toTrouble({ code }: WireError): AppTrouble {
  if (code === 'FORBIDDEN') return { kind: 'closed' };
  if (code === 'GONE') return { kind: 'gone' };
  if (code === 'NOT_FOUND') return { kind: 'missing' };
  if (code === 'UNAVAILABLE' || code === 'TIMEOUT') return { kind: 'offline' };
  return { kind: 'refused', code };
}
