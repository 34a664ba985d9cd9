import type { FeedItem } from '#client/features/chat/model/FeedItem.ts';
import { toFeed } from '#client/features/chat/model/toFeed.ts';
import { haneulWindow, jogjaWindow } from './sampleChats.ts';
import { sampleMe } from './samplePeople.ts';

const lines = {
  group: toFeed({ ...jogjaWindow, me: sampleMe.id }),
  direct: toFeed({ ...haneulWindow, me: sampleMe.id }),
};

/** A line of the sample group or the sample 1:1 chat, by the words it holds or by its seq. Throws where there is none. */
export function sampleLine(of: keyof typeof lines, wanted: string | number): FeedItem {
  const found = lines[of].find(({ seq, text }) =>
    typeof wanted === 'number' ? seq === wanted : text.includes(wanted),
  );
  if (!found) throw new Error(`No line of the ${of} chat has ${wanted}`);
  return found;
}
