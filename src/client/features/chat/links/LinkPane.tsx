import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { LinkCard } from '#client/parts/LinkCard.tsx';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { LineLook } from '../lines/LineLook.ts';
import type { FeedLink } from '../model/FeedItem.ts';

export type LinkPaneProps = { link: FeedLink; look: LineLook; tabIndex: 0 | -1 };

/** The card of a message's link. */
export function LinkPane({ link, look, tabIndex }: LinkPaneProps) {
  const { u: href, t: title, x: text, p } = link;
  const spoken = { before: look.t('links.card'), after: look.t('links.newTab') };
  const props = { href, title, text, spoken, tabIndex };
  return p === undefined ? <LinkCard {...props} /> : <Pictured {...props} id={p as MediaId} />;
}

function Pictured({ id, ...props }: Parameters<typeof LinkCard>[0] & { id: MediaId }) {
  const { stores, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  useEffect(() => {
    // Without a network its box stays empty; the next one that is drawn tries again.
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  // Every copy of such a picture is the same small one.
  const picture = useMediaSrc(kit?.files, id, '1280', false);
  return <LinkCard {...props} picture={picture} />;
}
