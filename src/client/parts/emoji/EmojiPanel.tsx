import { EmojiPicker } from 'frimousse';
import { Search } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EmojiTone } from '#domain/withTone.ts';
import { CellGrid } from '#client/parts/CellGrid.tsx';
import { CONTROL_CLASS } from '#client/ui/fieldClass.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { emojiListParts } from './emojiListParts.tsx';
import { ToneChoice } from './ToneChoice.tsx';
import { useEmoji } from './useEmoji.ts';

export type EmojiPanelProps = {
  tone: EmojiTone;
  onTone: (tone: EmojiTone) => void;
  /** used last, newest first */
  recents: readonly string[];
  onPick: (emoji: string) => void;
  /** stands before the search, such as the tabs of the panel */
  head?: ReactNode;
  /** not where a keyboard on the screen would come up */
  hasAutoFocus?: boolean;
};

/** Least width of a cell, px: the target of a finger. */
const CELL = 44;

/** All emoji with search, groups, skin tones and the ones used last. It fills its place; the search and the list are one keyboard stop each. */
export function EmojiPanel({ tone, onTone, recents, onPick, head, hasAutoFocus = false }: EmojiPanelProps) {
  const { t, i18n } = useTranslation();
  const { data, hasFailed, resolve } = useEmoji();
  const [search, setSearch] = useState('');
  const [panel, columns] = useColumns(i18n.language);
  const names = useMemo(() => new Map(data?.emojis.map(({ emoji, label }) => [emoji, label])), [data]);
  // They stay as they were when the panel opened: nothing moves away under the finger.
  const [kept] = useState(recents);
  const shown = kept.slice(0, columns);
  return (
    <EmojiPicker.Root
      // Another language is another list.
      key={i18n.language}
      ref={panel}
      locale={i18n.language}
      columns={columns}
      skinTone={tone}
      resolveEmojiData={resolve}
      onEmojiSelect={({ emoji }) => onPick(emoji)}
      onKeyDownCapture={keepFromComposition}
      className="flex size-full min-h-0 flex-col"
    >
      <div className="flex flex-none items-center gap-3 p-3 max-tablet:flex-col max-tablet:items-stretch max-tablet:gap-2 max-tablet:p-2">
        {head}
        <div
          role="search"
          className="flex min-h-hit flex-1 items-center gap-2 rounded-field bg-surface-sunken px-3 text-ink-faint focus-within:outline-2 focus-within:outline-focus max-tablet:flex-none"
        >
          <Icon icon={Search} size={16} />
          <EmojiPicker.Search
            aria-label={t('emoji.search')}
            placeholder={t('emoji.search')}
            value={search}
            autoFocus={hasAutoFocus}
            autoComplete="off"
            onChange={(event) => setSearch(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || search === '') return;
              event.preventDefault();
              event.stopPropagation();
              setSearch('');
            }}
            className={`${CONTROL_CLASS} [&::-webkit-search-cancel-button]:hidden`}
          />
        </div>
      </div>
      {shown.length > 0 && search === '' && (
        <div className="flex-none px-3 max-tablet:px-2">
          <SectionLabel>{t('emoji.recent')}</SectionLabel>
          <CellGrid
            label={t('emoji.recent')}
            items={shown}
            keyOf={(emoji) => emoji}
            labelOf={(emoji) => names.get(emoji) ?? emoji}
            renderCell={(emoji) => emoji}
            onPick={onPick}
            className="grid grid-cols-[repeat(var(--columns),minmax(0,1fr))]"
            cellClass="grid h-10 place-items-center rounded-control font-emoji text-[24px] leading-none hover:bg-hover active:bg-press pointer-coarse:h-11"
          />
        </div>
      )}
      <EmojiPicker.Viewport className="scroll-pane relative min-h-0 flex-1 px-3 outline-none focus-visible:shadow-[inset_0_0_0_2px_var(--focus)] max-tablet:px-2">
        {data ? (
          <EmojiPicker.Empty>
            {({ search: text }) => <span className="block p-4 text-13 text-ink-soft">{t('emoji.none', { text })}</span>}
          </EmojiPicker.Empty>
        ) : (
          <p role="status" className="p-4 text-13 text-ink-soft">
            {hasFailed ? t('emoji.failed') : t('emoji.loading')}
          </p>
        )}
        {/* A grid without rows says nothing to a screen reader. */}
        {data && <EmojiPicker.List aria-label={t('emoji.list')} components={emojiListParts} />}
      </EmojiPicker.Viewport>
      <ToneChoice tone={tone} onTone={onTone} />
    </EmojiPicker.Root>
  );
}

/** The Enter that ends a composition in the search picks nothing. */
function keepFromComposition(event: KeyboardEvent): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) event.stopPropagation();
}

/** How many cells stand in a row. `language`: another one is another element. */
function useColumns(language: string) {
  const panel = useRef<HTMLDivElement>(null);
  const [columns, setColumns] = useState(8);
  useEffect(() => {
    const element = panel.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => {
      const count = Math.max(4, Math.floor((element.clientWidth - 24) / CELL));
      element.style.setProperty('--columns', String(count));
      setColumns(count);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [language]);
  return [panel, columns] as const;
}
