import { X } from 'lucide-react';
import { useEffect, useReducer } from 'react';
import { useTranslation } from 'react-i18next';
import { nextOffer, noOffer } from '#domain/nextOffer.ts';
import type { Sticker } from '#domain/stickerPacks.ts';
import { CellGrid } from '#client/parts/CellGrid.tsx';
import { StickerFigure } from '#client/parts/stickers/StickerFigure.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';

export type StickerOffersProps = {
  /** where the text is written; its events are only listened to */
  composer: { readonly current: { field(): HTMLTextAreaElement | null } | null };
  /** there is no text any more */
  isBlank: boolean;
  onSend: (sticker: Sticker) => void;
  /** no more of this in this chat */
  onHide: () => void;
};

/**
 * Stickers that fit what was just written, above the text. It never takes the focus and never touches the text: typing goes on, and Enter sends the text. It lies over the conversation, so that
 * nothing moves when it comes and goes.
 */
export function StickerOffers({ composer, isBlank, onSend, onHide }: StickerOffersProps) {
  const { t } = useTranslation();
  const [offer, tell] = useReducer(nextOffer, noOffer);
  useEffect(() => {
    const field = composer.current?.field();
    if (!field) return undefined;
    const before = (): string => field.value.slice(0, field.selectionStart);
    const listeners = {
      compositionstart: () => tell({ type: 'compositionStart' }),
      compositionend: () => tell({ type: 'compositionEnd', before: before() }),
      // It may have come in the middle of a composition.
      input: (event: Event) =>
        tell(
          event instanceof InputEvent && event.isComposing
            ? { type: 'compositionStart' }
            : { type: 'edit', before: before() },
        ),
    };
    for (const [name, listener] of Object.entries(listeners)) field.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(listeners)) field.removeEventListener(name, listener);
    };
  }, [composer]);
  useEffect(() => {
    if (isBlank) tell({ type: 'done' });
  }, [isBlank]);
  if (offer.names.length === 0) return null;
  return (
    <div className="absolute start-0 bottom-full z-4 mb-2 flex max-w-full animate-rise items-center gap-1 rounded-[16px] bg-surface-raised py-1.5 ps-2 pe-1.5 shadow-[var(--shadow-float),inset_0_0_0_1px_var(--line)] [--plane:var(--surface-raised)]">
      <CellGrid
        label={t('stickers.offers')}
        items={offer.names.map((s): Sticker => ({ p: 'tika', s }))}
        keyOf={({ s }) => s}
        labelOf={({ s }) => t('stickers.send', { alt: t(`stickers.alt.${s}`) })}
        renderCell={(sticker) => <StickerFigure sticker={sticker} className="size-full" />}
        onPick={(sticker) => {
          tell({ type: 'done' });
          onSend(sticker);
        }}
        className="flex min-w-0 gap-1"
        cellClass="size-18 min-w-0 flex-initial rounded-[14px] p-1.5 hover:bg-hover active:scale-[0.94] max-tablet:size-16 max-tablet:p-1"
      />
      <IconButton icon={X} size="small" look="round" label={t('stickers.hide')} onClick={onHide} />
    </div>
  );
}
