/** What an account is, `users.role`. `app`: a mini-app's own, from which its messages come; it is in no list and cannot be added. */
export const accountRole = { person: 0, admin: 1, app: 2 } as const;
