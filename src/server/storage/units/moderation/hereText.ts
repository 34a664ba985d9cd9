/** A chat and, if it is a community, its rooms, for `IN (…)`; two parameters, both the chat. */
export const hereText =
  'SELECT id FROM chats WHERE id = ? UNION ALL SELECT id FROM chats WHERE parent_id = ? AND deleted_at IS NULL';
