/** Who may see when a person is here, and was last. Absent counts as everyone. */
export const presenceAudiences = ['everyone', 'friends', 'nobody'] as const;
export type PresenceAudience = (typeof presenceAudiences)[number];

/** Name of the setting (`pref.set`) that holds it, as the JSON text of one of these words. */
export const presencePref = 'presence';

/** Whether a stored or received text is one of the words. */
export const isPresenceAudience = (value: unknown): value is PresenceAudience =>
  presenceAudiences.some((audience) => audience === value);

/**
 * Whether somebody may see that a person is here. Whom that person has blocked sees nothing, whatever the setting; strangers, who share no 1:1 chat with them
 * and were not added by them, see nothing either. A word that this version does not know hides: it was chosen to be stricter than "everyone".
 * `isFriend`: that person has added the watcher. `hasChat`: the two have a 1:1 chat.
 */
export function maySeePresence(
  audience: string | undefined,
  watcher: { isFriend: boolean; hasChat: boolean; isBlocked: boolean },
): boolean {
  if (watcher.isBlocked) return false;
  if (audience === undefined || audience === 'everyone') return watcher.isFriend || watcher.hasChat;
  return audience === 'friends' && watcher.isFriend;
}
