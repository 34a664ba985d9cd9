import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useServices } from '#client/context.ts';
import { usePreload } from '#client/ui/usePreload.ts';
import type { ChatId } from '#protocol/ids.ts';

/** Its words come later than the first picture, and it has to work without a network. */
const load = () => import('./openThread.ts');
// What cannot be had now is tried again with the press.
const AHEAD = [{ preload: () => void load().catch(() => undefined) }];

/** Opens the thread on a message of a chat, or begins one; answers why that does not work, in words. See `openThread`. */
export function useThread(c: ChatId): (seq: number) => Promise<string | undefined> {
  const { t } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  usePreload(AHEAD);
  return async (seq) => {
    const { openThread } = await load();
    return openThread({ services, t, show: (thread) => navigate(`/chats/${c}/t/${thread}`) }, { c, seq });
  };
}
