import type { ChatId } from '#protocol/ids.ts';
import { PlaceSettings } from '#client/features/communities/settings/PlaceSettings.tsx';
import { ModerationPane } from '#client/features/moderation/ModerationPane.tsx';
import { toModerationTab } from '#client/features/moderation/moderationTabs.ts';
import { NotFoundScreen } from './NotFoundScreen.tsx';

export type ModerationScreenProps = { chatId: ChatId; /** the word after `/moderation/` */ tab?: string };

/** `/chats/:chatId/moderation` and `/chats/:chatId/moderation/:tab`. */
export function ModerationScreen({ chatId, tab }: ModerationScreenProps) {
  const asked = tab === undefined ? undefined : toModerationTab(tab);
  if (tab !== undefined && asked === undefined) return <NotFoundScreen />;
  return <ModerationPane chatId={chatId} tab={asked} settings={<PlaceSettings key={chatId} chatId={chatId} />} />;
}
