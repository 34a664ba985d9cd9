import type { Core, WebAppListener } from './createCore.ts';

/** `WebApp.BackButton` or `WebApp.SettingsButton`, which the host draws in its own bar. */
export interface SimpleButton {
  isVisible: boolean;
  onClick(listener: WebAppListener): SimpleButton;
  offClick(listener: WebAppListener): SimpleButton;
  show(): SimpleButton;
  hide(): SimpleButton;
}

/** What differs between the two. `since`: the version that has it. */
export interface SimpleButtonKind {
  name: string;
  since: string;
  event: string;
  pressed: string;
  method: 'web_app_setup_back_button' | 'web_app_setup_settings_button';
}

/** Makes one button. */
export function createSimpleButton(core: Core, kind: SimpleButtonKind): SimpleButton {
  let isVisible = false;
  const set = (next: boolean) => {
    core.demand(kind.since, kind.name);
    if (next !== isVisible) {
      isVisible = next;
      core.post(kind.method, { is_visible: next });
    }
    return button;
  };
  core.hear(kind.pressed, () => core.emit(kind.event));
  const button: SimpleButton = {
    get isVisible() {
      return isVisible;
    },
    set isVisible(value) {
      set(Boolean(value));
    },
    onClick(listener) {
      core.onEvent(kind.event, listener);
      return button;
    },
    offClick(listener) {
      core.offEvent(kind.event, listener);
      return button;
    },
    show: () => set(true),
    hide: () => set(false),
  };
  return button;
}
