import { FileUp, Plus } from 'lucide-react';
import { useRef, type MouseEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer } from 'virtua';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { KeptItem } from './KeptItem.tsx';
import type { KeptRow } from './KeptRow.ts';

export type KeepPageProps = {
  state: 'loading' | 'ready' | 'unreadable';
  /** those that match what was typed, newest first */
  rows: readonly KeptRow[];
  /** how many there are in all */
  total: number;
  query: string;
  onQuery: (query: string) => void;
  /** server clock, ms */
  now: number;
  problem?: string | undefined;
  onBack: MouseEventHandler<HTMLAnchorElement>;
  onNew: () => void;
  onFile: (file: File) => void;
  onOpen: (row: KeptRow) => MouseEventHandler<HTMLAnchorElement>;
  onNote: (row: KeptRow) => void;
  onMore: (row: KeptRow, anchor: Element) => void;
};

/** Everything a person keeps for himself: messages as they were, and notes. Only what is in sight is in the page. */
export function KeepPage(props: KeepPageProps) {
  const { state, rows, total, query, onQuery, problem, onNew, onFile } = props;
  const { t } = useTranslation();
  const file = useRef<HTMLInputElement>(null);
  const pick = () => file.current?.click();
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]">
      <PaneHeader
        title={t('keep.title')}
        subtitle={t('keep.intro')}
        back={{ href: '/settings', label: t('common.back'), onClick: props.onBack }}
        actions={
          <>
            <IconButton icon={FileUp} label={t('keep.fromFile')} onClick={pick} />
            <IconButton icon={Plus} label={t('keep.new')} aria-haspopup="dialog" onClick={onNew} />
          </>
        }
      />
      <input
        ref={file}
        type="file"
        accept="text/*,.txt,.md"
        aria-label={t('keep.fromFile')}
        tabIndex={-1}
        className="hidden"
        onChange={({ currentTarget }) => {
          const [picked] = currentTarget.files ?? [];
          if (picked) onFile(picked);
          // The same file again is a change too.
          currentTarget.value = '';
        }}
      />
      {total > 0 && (
        <div className="mx-auto w-full max-w-180 flex-none px-6 pt-3 max-tablet:px-4 [&>*]:bg-surface-raised">
          <SearchField label={t('keep.search')} value={query} onChange={onQuery} clearLabel={t('common.clearSearch')} />
        </div>
      )}
      {problem !== undefined && (
        <div className="mx-auto w-full max-w-180 flex-none px-6 pt-3 max-tablet:px-4">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
      {state === 'loading' ? (
        <div className="mx-auto w-full max-w-180 flex-1 p-6 max-tablet:px-4">
          <SkeletonRows count={4} label={t('keep.loading')} />
        </div>
      ) : state === 'unreadable' ? (
        <EmptyState isCentred title={t('keep.unreadable')} pose="none" />
      ) : total === 0 ? (
        <EmptyState
          isCentred
          title={t('keep.empty.title')}
          text={t('keep.empty.text')}
          action={
            <Button icon={Plus} aria-haspopup="dialog" onClick={onNew}>
              {t('keep.new')}
            </Button>
          }
        />
      ) : rows.length === 0 ? (
        <p role="status" className="flex-1 px-5 py-8 text-center text-13 wrap-anywhere text-ink-soft">
          {t('keep.noMatch', { query: query.trim() })}
        </p>
      ) : (
        <Rows {...props} />
      )}
    </div>
  );
}

function Rows({ rows, now, onOpen, onNote, onMore }: KeepPageProps) {
  const { t } = useTranslation();
  const scroller = useRef<HTMLDivElement>(null);
  return (
    <div ref={scroller} className="scroll-pane relative flex-1">
      <p role="status" className="sr-only">
        {t('keep.count', { count: rows.length })}
      </p>
      <div role="list" aria-label={t('keep.list')} className="mx-auto max-w-180 px-6 pt-3 pb-8 max-tablet:px-4">
        <Virtualizer data={rows} scrollRef={scroller}>
          {(row: KeptRow, index: number) => (
            <div key={row.id} role="listitem" aria-posinset={index + 1} aria-setsize={rows.length} className="pb-3">
              <KeptItem
                row={row}
                now={now}
                onOpen={onOpen(row)}
                onNote={() => onNote(row)}
                onMore={(anchor) => onMore(row, anchor)}
              />
            </div>
          )}
        </Virtualizer>
      </div>
    </div>
  );
}
