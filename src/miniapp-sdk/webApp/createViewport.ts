import type { Core, EventFields } from './createCore.ts';
import { setCssValue } from './setCssValue.ts';

/** Free space at the edges, px. */
export interface Insets {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The part of WebApp about the room that the page has. Heights in px. */
export interface Viewport {
  readonly isExpanded: boolean;
  readonly isFullscreen: boolean;
  readonly isActive: boolean;
  readonly viewportHeight: number;
  readonly viewportStableHeight: number;
  readonly safeAreaInset: Insets;
  readonly contentSafeAreaInset: Insets;
  expand(): void;
  requestFullscreen(): void;
  exitFullscreen(): void;
}

/** Follows the room that the host gives, and asks for it. */
export function createViewport(core: Core): Viewport {
  const { page } = core;
  const state = {
    height: undefined as number | undefined,
    stable: undefined as number | undefined,
    isExpanded: true,
    isFullscreen: core.view.initParams['tgWebAppFullscreen'] === '1',
    isActive: true,
  };
  const insets = { safe: watchInsets(core, 'safe'), content: watchInsets(core, 'content') };
  const write = () => {
    setCssValue(page, 'viewport-height', state.height === undefined ? '100vh' : `${state.height}px`);
    setCssValue(page, 'viewport-stable-height', state.stable === undefined ? '100vh' : `${state.stable}px`);
  };
  write();
  core.hear('viewport_changed', (fields) => {
    state.isExpanded = fields['is_expanded'] === true;
    if (typeof fields['height'] === 'number') state.height = fields['height'];
    const isStateStable = fields['is_state_stable'] === true;
    if (isStateStable) state.stable = state.height;
    write();
    core.emit('viewportChanged', { isStateStable });
  });
  // Without word from the host the window's own size counts.
  page.addEventListener('resize', () => {
    if (state.height === undefined) core.emit('viewportChanged', { isStateStable: true });
  });
  watchStates(core, state);
  core.post('web_app_request_viewport');
  core.post('web_app_request_safe_area');
  core.post('web_app_request_content_safe_area');
  return {
    get isExpanded() {
      return state.isExpanded;
    },
    get isFullscreen() {
      return state.isFullscreen;
    },
    get isActive() {
      return state.isActive;
    },
    get viewportHeight() {
      return state.height ?? page.innerHeight;
    },
    get viewportStableHeight() {
      return state.stable ?? page.innerHeight;
    },
    get safeAreaInset() {
      return insets.safe;
    },
    get contentSafeAreaInset() {
      return insets.content;
    },
    ...createAsks(core),
  };
}

function createAsks(core: Core): Pick<Viewport, 'expand' | 'requestFullscreen' | 'exitFullscreen'> {
  return {
    expand: () => core.post('web_app_expand'),
    requestFullscreen() {
      core.demand('8.0', 'requestFullscreen');
      core.post('web_app_request_fullscreen');
    },
    exitFullscreen() {
      core.demand('8.0', 'exitFullscreen');
      core.post('web_app_exit_fullscreen');
    },
  };
}

function watchStates(core: Core, state: { isFullscreen: boolean; isActive: boolean }): void {
  core.hear('fullscreen_changed', (fields) => {
    state.isFullscreen = fields['is_fullscreen'] === true;
    core.emit('fullscreenChanged');
  });
  core.hear('fullscreen_failed', ({ error }) => core.emit('fullscreenFailed', { error }));
  core.hear('visibility_changed', (fields) => {
    const isVisible = fields['is_visible'] === true;
    if (isVisible === state.isActive) return;
    state.isActive = isVisible;
    core.emit(isVisible ? 'activated' : 'deactivated');
  });
}

/** Insets that follow the host, also as `--tg-safe-area-inset-top` and so on. */
function watchInsets(core: Core, kind: 'safe' | 'content'): Insets {
  const insets: Insets = { top: 0, bottom: 0, left: 0, right: 0 };
  const prefix = kind === 'safe' ? 'safe-area-inset' : 'content-safe-area-inset';
  const take = (fields: EventFields) => {
    for (const side of ['top', 'bottom', 'left', 'right'] as const) {
      const value = fields[side];
      if (typeof value === 'number') insets[side] = value;
      setCssValue(core.page, `${prefix}-${side}`, `${insets[side]}px`);
    }
  };
  take({});
  core.hear(kind === 'safe' ? 'safe_area_changed' : 'content_safe_area_changed', (fields) => {
    take(fields);
    core.emit(kind === 'safe' ? 'safeAreaChanged' : 'contentSafeAreaChanged');
  });
  return insets;
}
