import { StickerOffers } from './StickerOffers.tsx';
import type { ComposerPanelPorts } from './useComposerPanel.tsx';
import { useStickerPrefs } from './useStickerPrefs.ts';

export type OffersPaneProps = ComposerPanelPorts & {
  /** there is no text */
  isBlank: boolean;
};

/** What is suggested while a text is written, in chats where the person has not hidden it. */
export function OffersPane({ c, composer, onSticker, isBlank }: OffersPaneProps) {
  const prefs = useStickerPrefs(c);
  if (prefs.isQuiet) return null;
  return (
    <StickerOffers
      composer={composer}
      isBlank={isBlank}
      onSend={(sticker) => {
        prefs.noteSticker(sticker);
        onSticker(sticker);
      }}
      onHide={() => prefs.setQuiet(true)}
    />
  );
}
