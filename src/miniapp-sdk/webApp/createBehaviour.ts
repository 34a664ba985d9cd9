import { toText } from '../wire/toText.ts';
import type { Core } from './createCore.ts';

/** The part of WebApp about the life of the page in the messenger. */
export interface Behaviour {
  isClosingConfirmationEnabled: boolean;
  isVerticalSwipesEnabled: boolean;
  isOrientationLocked: boolean;
  ready(): void;
  close(options?: unknown): void;
  sendData(data: unknown): void;
  hideKeyboard(): void;
  enableClosingConfirmation(): void;
  disableClosingConfirmation(): void;
  enableVerticalSwipes(): void;
  disableVerticalSwipes(): void;
  lockOrientation(): void;
  unlockOrientation(): void;
}

/** Most bytes that a page can send at its end. */
const dataMax = 4_096;

/** Makes the {@link Behaviour}. */
export function createBehaviour(core: Core): Behaviour {
  const closing = createSwitch(core, false, '6.2', 'Closing confirmation', (need_confirmation) =>
    core.post('web_app_setup_closing_behavior', { need_confirmation }),
  );
  const swipes = createSwitch(core, true, '7.7', 'Vertical swipes', (allow_vertical_swipe) =>
    core.post('web_app_setup_swipe_behavior', { allow_vertical_swipe }),
  );
  const orientation = createSwitch(core, false, '8.0', 'Orientation lock', (locked) =>
    core.post('web_app_toggle_orientation_lock', { locked }),
  );
  const methods = {
    ready: () => core.post('web_app_ready'),
    close(options?: unknown) {
      const { return_back: isBack } = (options ?? {}) as { return_back?: unknown };
      core.post('web_app_close', isBack && core.isVersionAtLeast('7.6') ? { return_back: true } : undefined);
    },
    sendData(data: unknown) {
      // As it is: spaces at its ends are the page's matter.
      const text = typeof data === 'string' ? data : toText(data);
      const bytes = new TextEncoder().encode(text).length;
      if (bytes === 0 || bytes > dataMax) core.refuse('WebAppDataInvalid', `Data has 1 to ${dataMax} bytes.`);
      core.post('web_app_data_send', { data: text });
    },
    // In a browser the keyboard goes with the focus; the host has no part in it.
    hideKeyboard() {
      const { activeElement } = core.page.document;
      if (activeElement instanceof core.page.HTMLElement) activeElement.blur();
    },
    enableClosingConfirmation: () => closing.set(true),
    disableClosingConfirmation: () => closing.set(false),
    enableVerticalSwipes: () => swipes.set(true),
    disableVerticalSwipes: () => swipes.set(false),
    lockOrientation: () => orientation.set(true),
    unlockOrientation: () => orientation.set(false),
  };
  return Object.defineProperties(methods, {
    isClosingConfirmationEnabled: { ...closing, enumerable: true },
    isVerticalSwipesEnabled: { ...swipes, enumerable: true },
    isOrientationLocked: { ...orientation, enumerable: true },
  }) as Behaviour;
}

interface Switch {
  get(): boolean;
  set(value: unknown): void;
}

/** Something that is on or off; saying what is so already costs no message. */
function createSwitch(core: Core, start: boolean, since: string, name: string, say: (value: boolean) => void): Switch {
  let isOn = start;
  return {
    get: () => isOn,
    set(value) {
      core.demand(since, name);
      if (Boolean(value) === isOn) return;
      isOn = Boolean(value);
      say(isOn);
    },
  };
}
