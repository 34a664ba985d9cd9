import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ComposerPanel, type PanelTab } from './ComposerPanel.tsx';
import type { ComposerPanelPorts } from './useComposerPanel.tsx';
import { useStickerPrefs } from './useStickerPrefs.ts';

export type PanelPaneProps = ComposerPanelPorts & {
  tab: PanelTab;
  onTab: (tab: PanelTab | undefined) => void;
  onClose: () => void;
};

/** The panel of the composer with what was used last. On a screen without a mouse it takes the place of the keyboard: there is never both. */
export function PanelPane({ c, composer, closed, onSticker, tab, onTab, onClose }: PanelPaneProps) {
  const { t } = useTranslation();
  const prefs = useStickerPrefs(c);
  useEffect(() => {
    const field = composer.current?.field();
    if (!field || matchMedia('(pointer: fine)').matches) return undefined;
    field.blur();
    const close = (): void => onTab(undefined);
    field.addEventListener('focus', close);
    return () => field.removeEventListener('focus', close);
  }, [composer, onTab]);
  return (
    <ComposerPanel
      tab={tab}
      onTab={onTab}
      tone={prefs.tone}
      onTone={prefs.keepTone}
      recentEmoji={prefs.recentEmoji}
      recentStickers={prefs.recentStickers}
      onEmoji={(emoji) => {
        prefs.noteEmoji(emoji);
        composer.current?.insertText(emoji);
      }}
      onSticker={(sticker) => {
        prefs.noteSticker(sticker);
        onSticker(sticker);
      }}
      stickerNote={closed && t(`stickers.${closed}`)}
      onShowOffers={prefs.isQuiet ? () => prefs.setQuiet(false) : undefined}
      onClose={onClose}
    />
  );
}
