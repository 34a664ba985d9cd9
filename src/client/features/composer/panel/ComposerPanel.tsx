import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sticker } from '#domain/stickerPacks.ts';
import type { EmojiTone } from '#domain/withTone.ts';
import { EmojiPanel } from '#client/parts/emoji/EmojiPanel.tsx';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { StickerTab } from './StickerTab.tsx';

export type PanelTab = 'emoji' | 'stickers';

export type ComposerPanelProps = {
  tab: PanelTab;
  onTab: (tab: PanelTab) => void;
  tone: EmojiTone;
  onTone: (tone: EmojiTone) => void;
  recentEmoji: readonly string[];
  recentStickers: readonly string[];
  onEmoji: (emoji: string) => void;
  onSticker: (sticker: Sticker) => void;
  /** why no sticker can be sent now */
  stickerNote?: string | undefined;
  onShowOffers?: (() => void) | undefined;
  /** by Escape, in the panel or in what is around it */
  onClose: () => void;
};

/** Emoji and stickers, below the text that is written: on phones where the keyboard was. It fills its place. */
export function ComposerPanel(props: ComposerPanelProps) {
  const { tab, onTab, onClose } = props;
  const { t } = useTranslation();
  const panel = useRef<HTMLElement>(null);
  const latest = useRef(onClose);
  useEffect(() => {
    latest.current = onClose;
  });
  useEffect(() => {
    // Also from the text, in which the focus may have stayed.
    const around = panel.current?.closest('[data-composer]');
    const handleKey = (event: Event): void => {
      if (!(event instanceof KeyboardEvent) || event.key !== 'Escape' || event.defaultPrevented || event.isComposing)
        return;
      event.preventDefault();
      latest.current();
    };
    around?.addEventListener('keydown', handleKey);
    return () => around?.removeEventListener('keydown', handleKey);
  }, []);
  const hasFinePointer = matchMedia('(pointer: fine)').matches;
  const head = (
    <div className="w-[208px] max-tablet:w-auto">
      <SegmentedChoice
        label={t('stickers.panel')}
        value={tab}
        onChange={onTab}
        options={[
          { value: 'emoji', label: t('emoji.tab') },
          { value: 'stickers', label: t('stickers.tab') },
        ]}
      />
    </div>
  );
  return (
    <section
      ref={panel}
      aria-label={t('stickers.panel')}
      className="flex size-full flex-col overflow-hidden rounded-t-[16px] bg-surface shadow-[inset_0_0_0_1px_var(--line)] [--plane:var(--surface)] max-tablet:rounded-none max-tablet:shadow-[inset_0_1px_0_var(--line)]"
    >
      {tab === 'emoji' ? (
        <EmojiPanel
          head={head}
          tone={props.tone}
          onTone={props.onTone}
          recents={props.recentEmoji}
          onPick={props.onEmoji}
          hasAutoFocus={hasFinePointer}
        />
      ) : (
        <StickerTab
          head={head}
          recents={props.recentStickers}
          onSend={props.onSticker}
          note={props.stickerNote}
          onShowOffers={props.onShowOffers}
        />
      )}
    </section>
  );
}
