/**
 * Whether a chat is a room of a community in which I have not been yet: neither looked at nor written in. How much is unread there nobody counts; that there is
 * something a list shows with a dot. Every room begins with a line, so whoever was there has a read position.
 */
export const isUnopenedRoom = ({ meta, me }: { meta: { parent?: unknown }; me: { rs: number } }): boolean =>
  meta.parent !== undefined && me.rs === 0;
