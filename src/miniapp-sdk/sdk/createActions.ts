import type { BridgeButton } from '#protocol/bridge.ts';
import type { Talk } from './createTalk.ts';
import type { ButtonLook, Kabar } from './sdkTypes.ts';

type Actions = Pick<
  Kabar,
  | ('ready' | 'expand' | 'close' | 'fullscreen' | 'confirmClosing' | 'surface' | 'mainButton' | 'secondaryButton')
  | ('backButton' | 'settingsButton' | 'openLink' | 'openInside' | 'haptic' | 'sendData')
>;

/** Everything that a page says without waiting for an answer. */
export function createActions({ say }: Talk): Actions {
  return {
    ready: () => say('web_app_ready'),
    expand: () => say('web_app_expand'),
    close: () => say('web_app_close'),
    fullscreen: (isOn) => say(isOn ? 'web_app_request_fullscreen' : 'web_app_exit_fullscreen'),
    confirmClosing: (need_confirmation) => say('web_app_setup_closing_behavior', { need_confirmation }),
    surface({ header, background, bottom }) {
      if (header) say('web_app_set_header_color', { color: header });
      if (background) say('web_app_set_background_color', { color: background });
      if (bottom) say('web_app_set_bottom_bar_color', { color: bottom });
    },
    mainButton: (look) => say('web_app_setup_main_button', toButton(look)),
    secondaryButton: ({ position, ...look }) =>
      say('web_app_setup_secondary_button', { ...toButton(look), ...(position ? { position } : {}) }),
    backButton: (is_visible) => say('web_app_setup_back_button', { is_visible }),
    settingsButton: (is_visible) => say('web_app_setup_settings_button', { is_visible }),
    openLink: (url) => say('web_app_open_link', { url }),
    openInside: (path) => say('web_app_open_tg_link', { path_full: path }),
    haptic: (kind) => say('web_app_trigger_haptic_feedback', toHaptic(kind)),
    sendData: (data) => say('web_app_data_send', { data }),
  };
}

/** Fields that are undefined vanish on the wire, and what is not said stays as it was. */
function toButton(look: ButtonLook): BridgeButton {
  return {
    is_visible: look.isVisible,
    is_active: look.isActive,
    is_progress_visible: look.isBusy,
    text: look.text,
    color: look.color,
    text_color: look.textColor,
  };
}

type HapticKind = Parameters<Kabar['haptic']>[0];

function toHaptic(kind: HapticKind) {
  if (kind === 'selection') return { type: 'selection_change' as const };
  const isNotice = kind === 'error' || kind === 'success' || kind === 'warning';
  if (isNotice) return { type: 'notification' as const, notification_type: kind };
  return { type: 'impact' as const, impact_style: kind };
}
