import type { Services } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { ChatId } from '#protocol/ids.ts';

/** What opening a thread needs. `show`: brings it on screen. */
export interface ThreadWay {
  services: Services;
  t: Translate;
  show: (thread: ChatId) => void;
}

/** Opens the thread on a message of a chat, or begins one. Answers why that does not work, in words; undefined when it is open. */
export async function openThread(
  { services, t, show }: ThreadWay,
  { c, seq }: { c: ChatId; seq: number },
): Promise<string | undefined> {
  const { commands, newOp, rpc, stores } = services;
  const { chats } = stores.chatList.getState();
  const known = [...chats.values()].find(({ meta }) => meta.root?.c === c && meta.root.s === seq);
  if (known) {
    show(known.c);
    return undefined;
  }
  const answer = await rpc('thread.start', { c, s: seq, op: newOp() });
  if (answer.ok) {
    const { thread } = answer.data;
    await commands.takeThread({ parent: chats.get(c)?.meta.parent ?? c, news: thread });
    show(thread.c);
    return undefined;
  }
  if (answer.code === 'UNAVAILABLE' || answer.code === 'TIMEOUT') return t('threads.away');
  if (answer.code === 'FULL') return t('threads.full');
  return answer.code === 'WINDOW' ? t('threads.late') : problemText(t, answer);
}
