/**
 * What a mini-app can be allowed, one person at a time; nothing is allowed by itself. `profile`: name, picture and language. `write`: send service messages.
 * `contact`: a way to be reached outside of the app. `storage`: keep values for the person on our server. The others are what the device can do; `share` posts a card
 * into chats that the person picks.
 */
export const appScopes = [
  'profile',
  'write',
  'contact',
  'location',
  'camera',
  'microphone',
  'clipboard',
  'share',
  'storage',
] as const;
export type AppScope = (typeof appScopes)[number];

/** Answer of a person to a scope. One that was never asked for has none. */
export const grantState = { allowed: 1, denied: 2 } as const;

/** Scopes that the frame gets as a permission of the browser. */
export const frameScopes = ['camera', 'microphone', 'location'] as const satisfies readonly AppScope[];

/** Scopes that need no question: the act itself is one (a picker), or nothing about the person is told. They can be taken back like the others. */
export const quietScopes = ['share', 'storage'] as const satisfies readonly AppScope[];
