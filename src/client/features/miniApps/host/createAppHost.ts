import { createStore } from 'zustand/vanilla';
import { appEnd } from '#domain/appRules.ts';
import { isFrameScope } from '#domain/scopeRules.ts';
import type { BridgeCall } from '#protocol/bridge.ts';
import { answerCall } from './answerCall.ts';
import type { AppHost } from './AppHost.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import { firstState, type AppState, type AppTrouble } from './AppState.ts';
import { createLauncher, type Launcher } from './createLauncher.ts';
import { createPermissions } from './createPermissions.ts';
import { createQuestions } from './createQuestions.ts';

/** One open mini-app, without any screen. */
export interface AppHostHandle {
  readonly store: AppHost['store'];
  /** Makes the frame ready before the app is wanted. */
  warm(): void;
  /** The frame is ready, and the app not wanted yet. */
  isWarm(): boolean;
  /** Asks the server and shows the page; again after a trouble. */
  launch(): Promise<void>;
  /** Something the page said. */
  hear(call: BridgeCall): void;
  /** The frame has loaded something. */
  loaded(): void;
  /** The answer to the dialog that is open: id of a button, or undefined for "away with it". */
  answer(choice: string | undefined): void;
  /** The person wants to see the question that waits. */
  look(): void;
  press(button: 'main' | 'second' | 'back' | 'settings'): void;
  /** The person wants to leave: the page may ask once, never twice. */
  leave(): void;
  setView(view: AppState['view']): void;
  /** The size of the frame has changed. */
  resized(): void;
  themeChanged(): void;
  visible(isVisible: boolean): void;
  /** The server can be reached again: opens what waited for it, and ends what was closed in the meantime. */
  returned(): Promise<void>;
  /** Ends the page with a reason. */
  fail(trouble: AppTrouble): void;
  /** Text of a code that was scanned. */
  scanned(text: string): void;
  stop(): void;
}

/** Makes the host of one app. It lives as long as the app is open, minimised or not. */
export function createAppHost(ports: AppHostPorts): AppHostHandle {
  const { app } = ports.wish();
  const store = createStore<AppState>(() => firstState);
  const questions = createQuestions(store, ports);
  const permissions = createPermissions(app, store, ports, questions);
  const launcher = createLauncher(store, ports, { questions, permissions });
  const host: AppHost = {
    store,
    ports,
    set: (change) => store.setState(change),
    ask: questions.ask,
    async mayHave(scope) {
      const hadIt = store.getState().allow.includes(scope);
      const isAllowed = await permissions.mayHave(scope);
      // What the browser itself gives to a frame is fixed when the frame is made. The place is told by us: it needs no new frame, only its sign in the head.
      if (isAllowed && !hadIt && isFrameScope(scope)) {
        if (scope === 'location') store.setState({ allow: permissions.ofFrame() });
        else launcher.reload();
      }
      return isAllowed;
    },
    renew: (scope) => permissions.decide(scope, true),
    relay: launcher.relay,
    answerOf: permissions.answerOf,
    dismiss: () => questions.finish(undefined),
    async note(scope) {
      const answer = await ports.rpc('app.note', { app, scope, op: ports.newOp() });
      return answer.ok;
    },
    tellViewport() {
      const { width, height } = ports.size();
      const { view } = store.getState();
      ports.send('viewport_changed', { width, height, is_expanded: view !== 'compact', is_state_stable: true });
    },
  };
  return {
    store,
    ...launcher,
    ...createPresses(host, launcher, questions.finish),
    hear(call) {
      const isOfRelay = call.method === 'kabar_relay';
      // Nobody has opened the app yet, so nothing of it has anything to say.
      if (launcher.isWarm() && !isOfRelay) return;
      if (!isOfRelay) launcher.spoken();
      answerCall(host, ports.wish(), call);
    },
    answer: questions.finish,
    returned: () => resume(host, launcher),
    look: () => store.setState({ isAsking: false }),
    scanned(text) {
      if (store.getState().dialog?.kind === 'scan') ports.send('qr_text_received', { data: text });
    },
    stop() {
      launcher.stop();
      questions.finish(undefined);
    },
  };
}

async function resume(
  { store, ports }: AppHost,
  { launch, fail }: Pick<AppHostHandle, 'launch' | 'fail'>,
): Promise<void> {
  const { app, n } = ports.wish();
  const { trouble, launch: launched } = store.getState();
  if (trouble?.kind === 'offline' || trouble?.kind === 'unreachable') return launch();
  // A version that is tried out has its own rules: its makers see it in every state.
  if (!launched || trouble || n !== undefined) return;
  const answer = await ports.rpc('app.get', { ids: [app] });
  if (!answer.ok) return;
  const found = answer.data.apps.find(({ id }) => id === app);
  const kind = found ? appEnd(found.st) : 'gone';
  if (kind) fail({ kind });
}

const pressEvents = {
  main: 'main_button_pressed',
  second: 'secondary_button_pressed',
  back: 'back_button_pressed',
  settings: 'settings_button_pressed',
} as const;

function createPresses(
  { store, ports, set, ask, tellViewport }: AppHost,
  launcher: Pick<Launcher, 'seen'>,
  finish: (choice: string | undefined) => void,
): Pick<AppHostHandle, 'press' | 'leave' | 'setView' | 'resized' | 'themeChanged' | 'visible'> {
  return {
    press: (button) => ports.send(pressEvents[button], undefined),
    leave() {
      const { mustConfirm, dialog, phase } = store.getState();
      finish(undefined);
      // Whoever presses twice means it, whatever the page has put in the way.
      if (!mustConfirm || phase !== 'ready' || dialog?.kind === 'leave') return ports.close();
      void ask({ kind: 'leave' }, false).then((choice) => {
        if (choice === 'leave') ports.close();
      });
    },
    setView(view) {
      const before = store.getState().view;
      set({ view });
      if ((before === 'full') !== (view === 'full'))
        ports.send('fullscreen_changed', { is_fullscreen: view === 'full' });
      tellViewport();
    },
    resized: tellViewport,
    visible(isVisible) {
      launcher.seen(isVisible);
      ports.send('visibility_changed', { is_visible: isVisible });
    },
    themeChanged: () => ports.send('theme_changed', { theme_params: ports.theme() }),
  };
}
