import type { ThreadNews } from '#protocol/entities/chat.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';

/** Where a thread stands, for the people of its chat. Never leaves the server as it is. */
export interface ThreadTold {
  /** the chat whose members may see it */
  parent: ChatId;
  news: ThreadNews;
  /** rev of the newest change of the chat's members as of which everybody there, or `to`, may hear it */
  mr: number;
  /** one by one those who may hear it: where not everybody may see the message it hangs on, who has a place in it; where people see it differently, everybody */
  to?: UserId[];
  /** how those of `to` see it whose newest reply is hidden from the other person */
  personal?: { userId: UserId; news: ThreadNews }[];
}
