import type { SentKind } from '#protocol/entities/bodies/sentMessage.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { BodyRule } from './BodyRule.ts';
import { mediaRule } from './mediaRule.ts';
import { settlePersons } from './settlePersons.ts';
import { settlePolls } from './settlePolls.ts';
import { settleStickers } from './settleStickers.ts';

/** As it was sent. */
const plain: BodyRule = async (_tx, _head, drafts) => drafts.map(({ item }) => ({ b: item.b }));

/** What the server makes of the bodies people send, by kind. */
export const bodyRules: Record<SentKind, BodyRule> = {
  [messageKind.text]: plain,
  [messageKind.sticker]: settleStickers,
  [messageKind.media]: mediaRule,
  [messageKind.poll]: settlePolls,
  [messageKind.person]: settlePersons,
  [messageKind.place]: plain,
};
