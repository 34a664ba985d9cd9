import type { PrefsState } from '#client/stores/prefsStore.ts';
import type { Language } from './languages.ts';

/** Writes theme, text size and language onto <html>, where the style sheet looks for them. No theme attribute: the system decides. */
export function applyLooks(prefs: PrefsState, language: Language): void {
  const root = document.documentElement;
  if (prefs.theme === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = prefs.theme;
  root.style.setProperty('--text-scale', String(prefs.textScale));
  root.lang = language;
  root.dir = 'ltr';
}
