import { Clock } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { findStickers } from '#domain/findStickers.ts';
import { parseSticker, stickerKey, stickerPacks, type Sticker } from '#domain/stickerPacks.ts';
import { CellGrid } from '#client/parts/CellGrid.tsx';
import { StickerFigure } from '#client/parts/stickers/StickerFigure.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';

export type StickerTabProps = {
  /** the tabs of the panel */
  head: ReactNode;
  /** keys of stickers, newest first */
  recents: readonly string[];
  onSend: (sticker: Sticker) => void;
  /** why none can be sent now */
  note?: string | undefined;
  /** brings the suggestions back that were hidden in this chat */
  onShowOffers?: (() => void) | undefined;
};

/** The stickers used last and those of the packs. A press sends. */
export function StickerTab({ head, recents, onSend, note, onShowOffers }: StickerTabProps) {
  const { t, i18n } = useTranslation();
  const [search, setSearch] = useState('');
  const packStart = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const altOf = ({ s }: Sticker): string => t(`stickers.alt.${s}`);
  // They stay as they were when the panel opened: nothing moves away under the finger.
  const [used] = useState(() => recents.map((key) => parseSticker(key)).filter((each) => each !== undefined));
  const pack = findStickers(stickerPacks.tika, search, (s) => altOf({ p: 'tika', s })).map((s): Sticker => ({
    p: 'tika',
    s,
  }));
  const isSearching = search.trim() !== '';
  const grid = (label: string, items: readonly Sticker[]) => (
    <CellGrid
      label={label}
      items={items}
      keyOf={stickerKey}
      labelOf={(sticker) => t('stickers.send', { alt: altOf(sticker) })}
      renderCell={(sticker) => <StickerFigure sticker={sticker} className="size-full" />}
      onPick={onSend}
      isDisabled={note !== undefined}
      className="grid grid-cols-[repeat(auto-fill,minmax(88px,1fr))] gap-1 max-tablet:grid-cols-4"
      cellClass="aspect-square min-w-0 rounded-[14px] p-2 transition-transform hover:bg-hover focus-visible:-outline-offset-2 active:scale-[0.94] aria-disabled:opacity-50"
    />
  );
  return (
    <>
      <div className="flex flex-none items-center gap-3 p-3 max-tablet:flex-col max-tablet:items-stretch max-tablet:gap-2 max-tablet:p-2">
        {head}
        <div className="min-w-0 flex-1 max-tablet:hidden">
          <SearchField
            label={t('stickers.search')}
            placeholder={t('stickers.searchHint')}
            clearLabel={t('stickers.clear')}
            value={search}
            onChange={setSearch}
          />
        </div>
      </div>
      <div ref={pane} className="scroll-pane flex-1 px-3 pb-2 max-tablet:px-2">
        {note !== undefined && (
          <p role="status" className="px-2 pt-1 text-13 text-ink-soft">
            {note}
          </p>
        )}
        {used.length > 0 && !isSearching && (
          <>
            <SectionLabel>{t('stickers.recent')}</SectionLabel>
            {grid(t('stickers.recent'), used)}
          </>
        )}
        <div ref={packStart}>
          <SectionLabel>
            {t('stickers.pack.tika')} · {new Intl.NumberFormat(i18n.language).format(stickerPacks.tika.length)}
          </SectionLabel>
        </div>
        {pack.length > 0 ? (
          grid(t('stickers.pack.tika'), pack)
        ) : (
          <p role="status" className="p-2 text-13 text-ink-soft">
            {t('stickers.none', { text: search.trim() })}
          </p>
        )}
        {onShowOffers && (
          <Button kind="quiet" size="small" onClick={onShowOffers} className="mt-3">
            {t('stickers.showAgain')}
          </Button>
        )}
      </div>
      <nav
        aria-label={t('stickers.packs')}
        className="flex flex-none items-center gap-1 border-t border-line px-2 py-1"
      >
        {used.length > 0 && (
          <PackButton label={t('stickers.recent')} onClick={() => pane.current?.scrollTo({ top: 0 })}>
            <Icon icon={Clock} size={20} />
          </PackButton>
        )}
        <PackButton
          label={t('stickers.pack.tika')}
          onClick={() => pane.current?.scrollTo({ top: packStart.current?.offsetTop ?? 0 })}
        >
          <StickerFigure sticker={{ p: 'tika', s: 'thanks' }} className="size-full" />
        </PackButton>
      </nav>
    </>
  );
}

type PackButtonProps = { label: string; onClick: () => void; children: ReactNode };

/** Goes to a part of the list. */
function PackButton({ label, onClick, children }: PackButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onClick}
      className="grid size-11 flex-none place-items-center rounded-field p-[5px] text-ink-soft hover:bg-hover active:bg-press"
    >
      {children}
    </button>
  );
}
