import type { ChatWindowState, SeqSpan } from './chatWindowStore.ts';
import { deriveChatWindow } from './applyChatWindow.ts';

/** A window with more messages than this is cut. Several pages more than {@link besides} leaves, so that it is cut rarely. */
const most = 600;
/** Messages that stay on either side of what is in sight: about a dozen screens, more than a fling passes before pages follow. */
const besides = 200;

/**
 * A window that has grown long, cut down to what lies around `sight` (seqs). Somebody who reads back for hours, or leaves a busy chat open, would otherwise
 * keep every message in memory and pay for all of them with each that arrives. What is cut is on the device and comes back by paging.
 */
export function trimChatWindow(state: ChatWindowState, sight: SeqSpan): ChatWindowState {
  const { messages, span } = state;
  if (messages.length <= most) return state;
  const firstSeen = messages.findIndex((row) => row.s >= sight.from);
  const lastSeen = messages.findLastIndex((row) => row.s <= sight.to);
  if (firstSeen < 0 || lastSeen < firstSeen) return state;
  const from = Math.max(0, firstSeen - besides);
  const to = Math.min(messages.length - 1, lastSeen + besides);
  if (from === 0 && to === messages.length - 1) return state;
  return deriveChatWindow({
    ...state,
    messages: messages.slice(from, to + 1),
    span: {
      from: from === 0 ? span.from : (messages[from]?.s ?? span.from),
      to: to === messages.length - 1 ? span.to : (messages[to]?.s ?? span.to),
    },
  });
}
