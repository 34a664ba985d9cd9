/** Where a mini-app is. `draft`: nobody but its makers and testers opens it. `closed`: suspended by the installation. `removed`: by its maker, for good. */
export const appState = { draft: 0, live: 1, closed: 2, removed: 3 } as const;
/** Where one version of it is. */
export const versionState = { draft: 0, review: 1, approved: 2, declined: 3 } as const;

/** Groups on the mini-apps page. */
export const appCategories = ['shopping', 'games', 'around', 'groups', 'tools'] as const;
export type AppCategory = (typeof appCategories)[number];

/** How much room an app takes when it opens: the whole area, a panel as high as the window, or a low one. */
export const appViews = ['full', 'tall', 'compact'] as const;
export type AppView = (typeof appViews)[number];

/** Languages in which an app can be described. */
export const appLanguages = ['en', 'id', 'ja', 'ko', 'zh-TW'] as const;
export type AppLanguage = (typeof appLanguages)[number];
