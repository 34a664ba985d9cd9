import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useServices, type ChatWindow } from '#client/context.ts';
import { ForwardRows } from '#client/features/chat/forward/ForwardRows.tsx';
import { GalleryPane } from '#client/features/media/gallery/GalleryPane.tsx';
import { MediaViewerPane } from '#client/features/media/MediaViewerPane.tsx';
import type { ViewedMessage } from '#client/features/media/viewer/viewerItems.ts';
import { galleryKinds } from '#client/stores/gallery/GalleryState.ts';
import type { GalleryItem } from '#client/stores/gallery/toMonths.ts';
import { mediaKind } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import { AddToAlbum, type AddToAlbumProps } from './AddToAlbum.tsx';
import { holdWindow } from './holdWindow.ts';

export type GalleryAreaProps = { chatId: ChatId; /** the word after `/media/` */ kind: string };

/** `/chats/:chatId/media` and `/chats/:chatId/media/:kind`: the gallery of a chat, with the viewer and forwarding over it. Give it the chat's id as `key`. */
export function GalleryArea({ chatId: c, kind: asked }: GalleryAreaProps) {
  const { t } = useTranslation();
  const { openChat } = useServices();
  const [, navigate] = useLocation();
  const [win, setWindow] = useState<ChatWindow>();
  const [viewed, setViewed] = useState<ViewedMessage>();
  const [forwarding, setForwarding] = useState<readonly number[]>();
  const [toAlbum, setToAlbum] = useState<AddToAlbumProps['items']>();
  const [said, setSaid] = useState<string>();
  const kind = galleryKinds.find((one) => one === asked) ?? 'pictures';
  useLayoutEffect(() => holdWindow(openChat(c), setWindow), [openChat, c]);
  return (
    <>
      <GalleryPane
        {...{ c, kind, said }}
        onSaidEnd={() => setSaid(undefined)}
        onKind={(next) => navigate(`/chats/${c}/media${next === 'pictures' ? '' : `/${next}`}`, { replace: true })}
        backHref={`/chats/${c}`}
        onBack={() => navigate(`/chats/${c}`)}
        onOpen={(item) => setViewed(toViewed(item))}
        onJump={(seq) => navigate(`/chats/${c}/m/${seq}`)}
        onForward={setForwarding}
        onAlbum={(items) => setToAlbum(items.map(toAlbumItem))}
      />
      {viewed && (
        <MediaViewerPane
          c={c}
          message={viewed}
          index={0}
          // In the place of the viewer's own entry: the way back leads to the gallery.
          onReply={(reply) => navigate(`/chats/${c}`, { replace: true, state: { reply } })}
          onJump={(seq) => navigate(`/chats/${c}/m/${seq}`, { replace: true })}
          onForward={(seq) => {
            setViewed(undefined);
            setForwarding([seq]);
          }}
          onClose={() => setViewed(undefined)}
        />
      )}
      {toAlbum && <AddToAlbum c={c} items={toAlbum} onClose={() => setToAlbum(undefined)} />}
      {forwarding && win && (
        <ForwardRows
          window={win}
          seqs={forwarding}
          onMissing={() => {
            setForwarding(undefined);
            setSaid(t('gallery.notForwarded'));
          }}
          onClose={() => setForwarding(undefined)}
          onDone={(text) => {
            setForwarding(undefined);
            setSaid(text);
          }}
        />
      )}
    </>
  );
}

const toAlbumItem = ({ s, part }: GalleryItem): AddToAlbumProps['items'][number] => ({
  seq: s,
  content: { k: mediaKind, b: { f: part ? [part] : [] } },
});

/** The gallery knows the rest of its message itself. */
function toViewed({ s, u, at, part, x }: GalleryItem): ViewedMessage {
  return { s, u, at, f: part ? [part] : [], x };
}
