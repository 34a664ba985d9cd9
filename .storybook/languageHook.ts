/**
 * Where the app's texts join the previews. Whoever owns them sets `load` once (import the module in preview.tsx); it is awaited before each
 * story with the toolbar's language, and must change the language of the i18n instance that the stories use.
 */
export const languageHook: { load: (language: string) => Promise<void> } = {
  load: async () => {},
};
