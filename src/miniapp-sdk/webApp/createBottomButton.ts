import { toText } from '../wire/toText.ts';
import { parseColor } from '../wire/parseColor.ts';
import type { BottomButtonKind } from './bottomButtonKinds.ts';
import type { Core, WebAppListener } from './createCore.ts';
import type { Theme } from './createTheme.ts';

/** The sides of the main button that the second one can stand at. */
const positions = ['left', 'right', 'top', 'bottom'] as const;
type Position = (typeof positions)[number];

interface ButtonState {
  text: string;
  /** Undefined: the theme's. */
  color: string | undefined;
  textColor: string | undefined;
  isVisible: boolean;
  isActive: boolean;
  isProgressVisible: boolean;
  hasShineEffect: boolean;
  position: Position;
}

/** `WebApp.MainButton` or `WebApp.SecondaryButton`. */
export interface BottomButton {
  readonly type: 'main' | 'secondary';
  text: string;
  color: string;
  textColor: string;
  isVisible: boolean;
  isActive: boolean;
  readonly isProgressVisible: boolean;
  hasShineEffect: boolean;
  position: Position | undefined;
  setText(text: unknown): BottomButton;
  onClick(listener: WebAppListener): BottomButton;
  offClick(listener: WebAppListener): BottomButton;
  show(): BottomButton;
  hide(): BottomButton;
  enable(): BottomButton;
  disable(): BottomButton;
  showProgress(leaveActive?: boolean): BottomButton;
  hideProgress(): BottomButton;
  setParams(params: Record<string, unknown>): BottomButton;
}

/** Makes one button. The host draws it; here is what it should look like, and each change is said at once. */
export function createBottomButton(core: Core, theme: Theme, kind: BottomButtonKind): BottomButton {
  const state: ButtonState = {
    text: kind.text,
    color: undefined,
    textColor: undefined,
    isVisible: false,
    isActive: true,
    isProgressVisible: false,
    hasShineEffect: false,
    position: 'left',
  };
  let said = '';
  const say = () => {
    const data = {
      is_visible: state.isVisible,
      is_active: state.isActive,
      is_progress_visible: state.isProgressVisible,
      text: state.text,
      color: state.color ?? kind.colorOf(theme),
      text_color: state.textColor ?? kind.textColorOf(theme),
      has_shine_effect: state.hasShineEffect && state.isActive && !state.isProgressVisible,
    };
    const next = JSON.stringify([data, state.position]);
    // A button that was never shown is not worth a word.
    if (next === said || (said === '' && !state.isVisible)) return;
    said = next;
    if (kind.type === 'main') core.post('web_app_setup_main_button', data);
    else core.post('web_app_setup_secondary_button', { ...data, position: state.position });
  };
  const set = (params: Record<string, unknown>) => {
    if (kind.type === 'secondary') core.demand('7.10', 'SecondaryButton');
    Object.assign(state, readParams(core, params, state));
    say();
    return button;
  };
  core.onEvent('themeChanged', say);
  core.hear(kind.pressed, () => {
    if (state.isActive) core.emit(kind.event);
  });
  const button: BottomButton = toButton(core, theme, kind, state, set);
  return button;
}

/** Reads what a page may set. Throws WebAppBottomButtonParamInvalid. */
function readParams(core: Core, params: Record<string, unknown>, state: ButtonState): Partial<ButtonState> {
  const wrong = (why: string): never => core.refuse('WebAppBottomButtonParamInvalid', why);
  const next: Partial<ButtonState> = {};
  if (params['text'] !== undefined) {
    const text = toText(params['text']);
    if (text.length === 0 || text.length > 64) wrong('The text of a button has 1 to 64 characters.');
    next.text = text;
  }
  const color = (value: unknown): string | undefined =>
    // Nothing at all means: as the theme has it.
    value === false || value === null || value === ''
      ? undefined
      : (parseColor(value) ?? wrong('A colour is #rrggbb.'));
  if (params['color'] !== undefined) next.color = color(params['color']);
  if (params['text_color'] !== undefined) next.textColor = color(params['text_color']);
  if (params['is_visible'] !== undefined) next.isVisible = Boolean(params['is_visible']);
  if (params['is_active'] !== undefined) next.isActive = Boolean(params['is_active']);
  if (params['is_progress_visible'] !== undefined) next.isProgressVisible = Boolean(params['is_progress_visible']);
  if (params['has_shine_effect'] !== undefined) next.hasShineEffect = Boolean(params['has_shine_effect']);
  if (params['position'] !== undefined) {
    const position = positions.find((one) => one === params['position']);
    next.position = position ?? wrong(`A position is one of ${positions.join(', ')}.`);
  }
  if ((next.isVisible ?? state.isVisible) && (next.text ?? state.text) === '') wrong('A button needs a text.');
  return next;
}

type SetParams = (params: Record<string, unknown>) => BottomButton;

function toButton(core: Core, theme: Theme, kind: BottomButtonKind, state: ButtonState, set: SetParams): BottomButton {
  const properties = {
    type: { value: kind.type, enumerable: true },
    text: property(
      () => state.text,
      (text) => set({ text }),
    ),
    color: property(
      () => state.color ?? kind.colorOf(theme),
      (color) => set({ color }),
    ),
    textColor: property(
      () => state.textColor ?? kind.textColorOf(theme),
      (color) => set({ text_color: color }),
    ),
    isVisible: property(
      () => state.isVisible,
      (value) => set({ is_visible: value }),
    ),
    isActive: property(
      () => state.isActive,
      (value) => set({ is_active: value }),
    ),
    isProgressVisible: { get: () => state.isProgressVisible, enumerable: true },
    hasShineEffect: property(
      () => state.hasShineEffect,
      (value) => set({ has_shine_effect: value }),
    ),
    position: property(
      () => (kind.type === 'secondary' ? state.position : undefined),
      (position) => set({ position }),
    ),
  };
  const methods = {
    setText: (text: unknown) => set({ text }),
    onClick(listener: WebAppListener) {
      core.onEvent(kind.event, listener);
      return button;
    },
    offClick(listener: WebAppListener) {
      core.offEvent(kind.event, listener);
      return button;
    },
    show: () => set({ is_visible: true }),
    hide: () => set({ is_visible: false }),
    enable: () => set({ is_active: true }),
    disable: () => set({ is_active: false }),
    showProgress: (leaveActive?: boolean) => set({ is_progress_visible: true, is_active: Boolean(leaveActive) }),
    hideProgress: () => set({ is_progress_visible: false, is_active: true }),
    setParams: set,
  };
  const button = Object.defineProperties(methods, properties) as BottomButton;
  return button;
}

function property(get: () => unknown, set: (value: unknown) => void): PropertyDescriptor {
  return { get, set, enumerable: true, configurable: true };
}
