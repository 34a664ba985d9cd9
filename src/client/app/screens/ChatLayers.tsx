import type { ChatWindow } from '#client/context.ts';
import type { ReportTarget } from '#client/features/moderation/ReportPane.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { ChatId } from '#protocol/ids.ts';
import type { AddToAlbumProps } from './AddToAlbum.tsx';
import type { ChatViewerProps } from './ChatViewer.tsx';

const AddToAlbum = lazyPart<AddToAlbumProps>(() => import('./AddToAlbum.tsx').then((m) => m.AddToAlbum));
const ReportPane = lazyPart(() => import('#client/features/moderation/ReportPane.tsx').then((m) => m.ReportPane));
const AppealPane = lazyPart(() => import('#client/features/moderation/AppealPane.tsx').then((m) => m.AppealPane));
const ChatAppsPane = lazyPart(() =>
  import('#client/features/miniApps/pages/ChatAppsPane.tsx').then((m) => m.ChatAppsPane),
);
export const ChatViewer = lazyPart<ChatViewerProps>(() => import('./ChatViewer.tsx').then((m) => m.ChatViewer));

/** What lies over a chat; there is one such thing at a time. */
export type ChatLayer =
  | { kind: 'viewer'; viewed: ChatViewerProps['viewed'] }
  | { kind: 'album'; items: AddToAlbumProps['items'] }
  | { kind: 'report'; target: ReportTarget }
  | { kind: 'apps' }
  | { kind: 'appeal' };

export type ChatLayersProps = Pick<ChatViewerProps, 'onReply' | 'onJump' | 'onClose'> & {
  window: ChatWindow;
  c: ChatId;
  /** the community of a room */
  parent: ChatId | undefined;
  layer: ChatLayer;
};

/** Draws the layer that is open; each is loaded with its first use. */
export function ChatLayers({ window: chatWindow, c, parent, layer, onReply, onJump, onClose }: ChatLayersProps) {
  switch (layer.kind) {
    case 'viewer':
      return <ChatViewer window={chatWindow} viewed={layer.viewed} {...{ onReply, onJump, onClose }} />;
    case 'album':
      return <AddToAlbum c={c} items={layer.items} onClose={onClose} />;
    case 'report':
      return <ReportPane c={c} target={layer.target} onClose={onClose} />;
    case 'apps':
      return <ChatAppsPane c={c} onClose={onClose} />;
    case 'appeal':
      return <AppealPane c={parent ?? c} onClose={onClose} />;
  }
}
