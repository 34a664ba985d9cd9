import type { Filter } from '#domain/moderation/compileFilter.ts';
import type { ModeratedMessage } from '#domain/moderation/Classifier.ts';
import type { Verdict } from '#domain/moderation/moderate.ts';
import type { AppendItem } from './appendTypes.ts';
import type { Sender } from './loadSenders.ts';

/** A message that the rules caught. `seq`: it was let in and only marked. */
export interface Caught {
  sender: Sender;
  item: AppendItem;
  verdict: Verdict;
  seq?: number;
}
/** The rules of a chat for one batch of messages, with what they need to know of the senders. */
export interface Gate {
  filter: Filter;
  /** held messages of the senders by (sender, cid): 0 waiting, 2 refused */
  held: Map<string, number>;
  /** newest messages by sender, newest first; empty unless the rules look at floods */
  recent: Map<number, ModeratedMessage[]>;
  kept: Caught[];
  /** rules that caught something, once per message */
  hits: string[];
  muted: Set<Sender>;
}
