import type { FeedContent, FeedItem } from '#client/features/chat/model/FeedItem.ts';
import { sampleLine } from './sampleLine.ts';

/** A line of the sample group with this content, of somebody else or my own. */
export const contentLine = (content: FeedContent, isOwn = false): FeedItem => ({
  ...sampleLine('group', isOwn ? 'group picture' : '車票錢'),
  ...{ key: 'card', position: 'single', mentions: [], replyTo: undefined, content },
  text: typeof content.b['x'] === 'string' ? content.b['x'] : '',
});
