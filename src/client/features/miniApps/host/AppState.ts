import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppView } from '#protocol/entities/appStates.ts';
import type { BridgeButton, BridgePopup } from '#protocol/bridge.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { RequestOutput } from '#protocol/requests.ts';

/** What the server answered to an opening. */
export type AppLaunch = RequestOutput<'app.launch'>;

/** A button below the page, drawn by the messenger. */
export interface AppButton {
  isVisible: boolean;
  isActive: boolean;
  isBusy: boolean;
  hasShine: boolean;
  text: string;
  /** `#rgb` or `#rrggbb`; undefined = the theme's */
  color: string | undefined;
  textColor: string | undefined;
}

/** The one question or window that lies over a page. */
export type AppDialog =
  | { kind: 'popup'; popup: BridgePopup }
  | { kind: 'scope'; scope: AppScope; reason: string }
  | { kind: 'link'; url: string }
  | { kind: 'download'; url: string; name: string }
  | { kind: 'paste' }
  | { kind: 'scan'; text: string | undefined }
  /** chats for a card that was prepared; it lies over the whole window */
  | { kind: 'share'; card: string }
  | { kind: 'pin' }
  | { kind: 'leave' };

/** Why there is no page. `offline`: the server cannot be reached. `closed`: by the installation; `gone`: by its maker. `silent`: it never said that it is ready. `flood`, `focus`: it misbehaved and was stopped. `unreachable`: its page cannot be had, though the server can; `died`: its process has ended. */
export type AppTrouble =
  | { kind: 'offline' | 'closed' | 'gone' | 'missing' | 'flood' | 'focus' | 'unreachable' | 'died' }
  | { kind: 'refused'; code: ErrorCode };

/**
 * One open mini-app.
 *
 *   launching ──▶ consent ──▶ loading ──▶ ready
 *       │            (first opening)  │
 *       └──────────▶ trouble ◀────────┘      trouble ──▶ launching (again)
 */
export interface AppState {
  phase: 'launching' | 'consent' | 'loading' | 'ready' | 'trouble';
  trouble: AppTrouble | undefined;
  launch: AppLaunch | undefined;
  /** address of the frame; undefined = there is none */
  url: string | undefined;
  /** permissions of the browser that the frame has */
  allow: readonly AppScope[];
  /** differs for every frame: another one is another page */
  frame: number;
  view: AppView;
  headerColor: string | undefined;
  backgroundColor: string | undefined;
  bottomColor: string | undefined;
  main: AppButton;
  second: AppButton;
  /** where the second button stands beside the first one */
  secondAt: 'left' | 'right' | 'top' | 'bottom';
  hasBack: boolean;
  hasSettings: boolean;
  mustConfirm: boolean;
  dialog: AppDialog | undefined;
  /** the dialog waits until the person has pressed something: nobody is asked out of nowhere */
  isAsking: boolean;
  /** it takes longer than usual */
  isSlow: boolean;
  /** its page does not answer any more */
  isSilent: boolean;
}

export const noButton: AppButton = {
  isVisible: false,
  isActive: true,
  isBusy: false,
  hasShine: false,
  text: '',
  color: undefined,
  textColor: undefined,
};

export const firstState: AppState = {
  phase: 'launching',
  trouble: undefined,
  launch: undefined,
  url: undefined,
  allow: [],
  frame: 0,
  view: 'tall',
  headerColor: undefined,
  backgroundColor: undefined,
  bottomColor: undefined,
  main: noButton,
  second: noButton,
  secondAt: 'left',
  hasBack: false,
  hasSettings: false,
  mustConfirm: false,
  dialog: undefined,
  isAsking: false,
  isSlow: false,
  isSilent: false,
};

/** A button after what a page said of it; what it left out stays. An empty colour is the theme's again. */
export function toButton(before: AppButton, said: BridgeButton): AppButton {
  const colorOf = (value: string | false | undefined, old: string | undefined) =>
    value === undefined ? old : value || undefined;
  return {
    isVisible: said.is_visible ?? before.isVisible,
    isActive: said.is_active ?? before.isActive,
    isBusy: said.is_progress_visible ?? before.isBusy,
    hasShine: said.has_shine_effect ?? before.hasShine,
    text: said.text === undefined ? before.text : cleanText(said.text),
    color: colorOf(said.color, before.color),
    textColor: colorOf(said.text_color, before.textColor),
  };
}

/** Words of a page in our own windows: without characters that turn the reading direction or break the line. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/[\u202A-\u202E\u2066-\u2069\u200E\u200F]/gu, '')
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim();
}
