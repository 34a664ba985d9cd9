import type { CallAnswers } from '../answerCall.ts';
import type { AppHost } from '../AppHost.ts';
import { toButton } from '../AppState.ts';

type LookMethod =
  | 'iframe_ready'
  | 'iframe_will_reload'
  | 'kabar_relay'
  | 'web_app_ready'
  | 'web_app_expand'
  | 'web_app_request_theme'
  | 'web_app_request_viewport'
  | 'web_app_request_safe_area'
  | 'web_app_request_content_safe_area'
  | 'web_app_request_fullscreen'
  | 'web_app_exit_fullscreen'
  | 'web_app_setup_main_button'
  | 'web_app_setup_secondary_button'
  | 'web_app_setup_back_button'
  | 'web_app_setup_settings_button'
  | 'web_app_setup_closing_behavior'
  | 'web_app_setup_swipe_behavior'
  | 'web_app_set_header_color'
  | 'web_app_set_background_color'
  | 'web_app_set_bottom_bar_color'
  | 'web_app_toggle_orientation_lock';

/** The messenger keeps its own bars outside of the frame: nothing covers the page. */
const noInsets = { top: 0, right: 0, bottom: 0, left: 0 };

/** How a page looks and what stands around it. */
export const lookCalls: CallAnswers<LookMethod> = {
  iframe_ready(host) {
    tellTheme(host);
    host.tellViewport();
  },
  iframe_will_reload: ({ set }) => set({ phase: 'loading' }),
  kabar_relay: (host, { state }) => host.relay(state),
  web_app_ready: ({ set, store }) => {
    if (store.getState().phase === 'loading') set({ phase: 'ready', isSlow: false });
  },
  web_app_expand(host) {
    if (host.store.getState().view === 'compact') host.set({ view: 'tall' });
    host.tellViewport();
  },
  web_app_request_theme: tellTheme,
  web_app_request_viewport: (host) => host.tellViewport(),
  web_app_request_safe_area: ({ ports }) => ports.send('safe_area_changed', noInsets),
  web_app_request_content_safe_area: ({ ports }) => ports.send('content_safe_area_changed', noInsets),
  web_app_request_fullscreen(host) {
    const { ports, store, set } = host;
    if (store.getState().view === 'full') return ports.send('fullscreen_failed', { error: 'ALREADY_FULLSCREEN' });
    set({ view: 'full' });
    ports.send('fullscreen_changed', { is_fullscreen: true });
    host.tellViewport();
  },
  web_app_exit_fullscreen(host) {
    if (host.store.getState().view !== 'full') return;
    host.set({ view: 'tall' });
    host.ports.send('fullscreen_changed', { is_fullscreen: false });
    host.tellViewport();
  },
  web_app_setup_main_button: ({ set, store }, said) => set({ main: toButton(store.getState().main, said) }),
  web_app_setup_secondary_button: ({ set, store }, said) =>
    set({
      second: toButton(store.getState().second, said),
      secondAt: said.position ?? store.getState().secondAt,
    }),
  web_app_setup_back_button: ({ set }, { is_visible: hasBack }) => set({ hasBack }),
  web_app_setup_settings_button: ({ set }, { is_visible: hasSettings }) => set({ hasSettings }),
  web_app_setup_closing_behavior: ({ set }, { need_confirmation: mustConfirm }) => set({ mustConfirm }),
  // Nothing here closes by a swipe over the page.
  web_app_setup_swipe_behavior: () => undefined,
  web_app_set_header_color: (host, data) =>
    host.set({ headerColor: colorOf(host, 'color' in data ? data.color : data.color_key) }),
  web_app_set_background_color: (host, { color }) => host.set({ backgroundColor: colorOf(host, color) }),
  web_app_set_bottom_bar_color: (host, { color }) => host.set({ bottomColor: colorOf(host, color) }),
  web_app_toggle_orientation_lock: () => undefined,
};

function tellTheme({ ports }: AppHost): void {
  ports.send('theme_changed', { theme_params: ports.theme() });
}

/** A colour as it is, or the theme's of that name. */
const colorOf = ({ ports }: AppHost, color: string): string | undefined =>
  color.startsWith('#') ? color : ports.theme()[color];
