import type { SentKind } from '#protocol/entities/bodies/sentMessage.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { BodyRule } from './BodyRule.ts';

/** As it was sent. */
const plain: BodyRule = async (_tx, _head, drafts) => drafts.map(({ item }) => ({ b: item.b }));
/** The kind is known to the wire and not taken yet. */
const refused: BodyRule = async (_tx, _head, drafts) => drafts.map(() => ({ code: 'FORBIDDEN' }));

/** What the server makes of the bodies people send, by kind. */
export const bodyRules: Record<SentKind, BodyRule> = {
  [messageKind.text]: plain,
  [messageKind.sticker]: plain,
  [messageKind.media]: refused,
  [messageKind.poll]: refused,
  [messageKind.person]: refused,
  [messageKind.place]: plain,
};
