/** Where this tab keeps it. */
const stored = 'kabar.next';

/** Remembers, for this tab, where somebody wanted to go who has to log in or sign up first: on the way the address changes. */
export function keepNextPlace(path: string): void {
  sessionStorage.setItem(stored, path);
}

/** The place somebody is on the way to. */
export const nextPlace = (): string | undefined => sessionStorage.getItem(stored) ?? undefined;

/** They have arrived. */
export function forgetNextPlace(): void {
  sessionStorage.removeItem(stored);
}
