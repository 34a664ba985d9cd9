/** Number of the wire. A client with another number is answered PROTO and reloads. */
export const protocolVersion = 4;

/** One line per version, and the hash of the registry it was made with (version.test.ts compares). */
export const protocolHistory = [
  { version: 1, hash: '7d594a0440398208', what: 'accounts, contacts, 1:1 and group chats, sync' },
  { version: 2, hash: 'ea87d72a9eb3d7d4', what: 'larger groups and communities, mini-apps' },
  { version: 3, hash: 'a6c3371781fa77c4', what: 'more kinds of messages, and what hangs on them' },
  { version: 4, hash: 'b7376ff69b65c648', what: 'names of albums and aliases are cleaned on the way in' },
] as const;
