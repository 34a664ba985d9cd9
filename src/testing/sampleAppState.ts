import { toAppId } from '#protocol/casts.ts';
import type { AppState } from '#client/features/miniApps/host/AppState.ts';
import { firstState, noButton } from '#client/features/miniApps/host/AppState.ts';

/** An app that is open, as its window shows it. */
export const openApp = { id: toAppId('patungan'), name: 'Patungan', icon: undefined, host: 'patungan.apps.example' };

/** A page that runs. */
export const readyState: AppState = { ...firstState, phase: 'ready', view: 'tall' };

/** A button as a page asks for it. */
export const sampleButton = { ...noButton, isVisible: true, text: 'Tagih 11 orang' };
