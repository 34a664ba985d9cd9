/** Who may bring a person into groups without asking. Everybody else's wish becomes an invitation. Absent counts as friends. */
export const groupAddAudiences = ['everyone', 'friends', 'nobody'] as const;
export type GroupAddAudience = (typeof groupAddAudiences)[number];

/** Name of the setting (`pref.set`) that holds it, as the JSON text of one of these words. */
export const groupAddPref = 'groupAdds';

/** Whether a stored or received text is one of the words. */
export const isGroupAddAudience = (value: unknown): value is GroupAddAudience =>
  groupAddAudiences.some((audience) => audience === value);

/**
 * Whether somebody is in a group at once when another person adds them; otherwise they are invited. A word that this version does not know asks: it was
 * chosen to be stricter. `isFriend`: the added person has the other one as a friend, hidden or not.
 */
export function mayAddDirectly(audience: string | undefined, isFriend: boolean): boolean {
  if (audience === 'everyone') return true;
  return (audience === undefined || audience === 'friends') && isFriend;
}
