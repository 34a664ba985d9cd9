/** The chat whose member rows, rules and log hold here: of a room its community, of every other chat itself. */
export const communityOf = (head: { chat_id: number; parent_id: number | null }): number =>
  head.parent_id ?? head.chat_id;

/** Where statements about a chat read its people: a room has no member rows, but a view that looks like them. Both are keyed by (chat_id, user_id). */
export const seatsOf = ({ parent_id }: { parent_id: number | null }): 'members' | 'room_seats' =>
  parent_id === null ? 'members' : 'room_seats';
