import { Compass, MessageCirclePlus } from 'lucide-react';
import { useImperativeHandle, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtualizer } from 'virtua';
import type { VirtualizerHandle } from 'virtua';
import { ChatRow } from '#client/parts/ChatRow.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SearchField } from '#client/ui/SearchField.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { ListChips, type ListChipsProps } from './ListChips.tsx';
import type { ListRow } from './ListRow.ts';

export type ChatListProps = ListChipsProps & {
  /** the chats in their order; undefined while the device's cache is being read */
  ids: readonly ListRow['id'][] | undefined;
  /** what the row of one of `ids` says; asked only for rows that are drawn */
  rowOf: (id: ListRow['id']) => ListRow;
  /** whether there is any chat at all, whatever the filter says */
  hasChats: boolean;
  openId: ListRow['id'] | undefined;
  query: string;
  onQuery: (query: string) => void;
  onOpen: (id: ListRow['id']) => void;
  /** context menu, long press or menu key on a row */
  onActions: (id: ListRow['id'], anchor: Element) => void;
  /** makes a new chat; without it there is no button */
  onNew?: (() => void) | undefined;
  /** leads to Discover, which has no place in a phone's bar */
  onDiscover?: (() => void) | undefined;
};

/** The list of chats with search and filters. One tab stop; arrows move between rows. */
export function ChatList(props: ChatListProps) {
  const { ids, query, onQuery, onNew, onDiscover } = props;
  const { t } = useTranslation();
  const search = useRef<HTMLInputElement>(null);
  const list = useRef<RowsHandle>(null);
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface [--plane:var(--surface)]">
      <PaneHeader
        title={t('chatList.title')}
        actions={
          <>
            {onDiscover && (
              <span className="flex tablet:hidden">
                <IconButton icon={Compass} label={t('nav.discover')} onClick={onDiscover} />
              </span>
            )}
            {onNew && <IconButton icon={MessageCirclePlus} label={t('chatList.newChat')} onClick={onNew} />}
          </>
        }
      />
      <div className="flex-none px-4 pb-1">
        <SearchField
          ref={search}
          label={t('chatList.search')}
          value={query}
          onChange={onQuery}
          clearLabel={t('chatList.clearSearch')}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            list.current?.focusFirst();
          }}
        />
        <ListChips {...props} />
        {props.view === 'archive' && ids && ids.length > 0 && query === '' && (
          <p className="pb-1 text-13 text-ink-soft">{t('folders.archiveNote')}</p>
        )}
      </div>
      {ids === undefined ? (
        <SkeletonRows label={t('chatList.loading')} count={8} />
      ) : ids.length === 0 ? (
        <Nothing {...props} />
      ) : (
        <Rows {...props} ids={ids} ref={list} onLeaveTop={() => search.current?.focus()} />
      )}
    </div>
  );
}

function Nothing({ hasChats, query, view, onView, onNew }: ChatListProps): ReactNode {
  const { t } = useTranslation();
  if (query.trim() !== '') {
    return <EmptyState pose="none" title={t('chatList.noMatch.title', { query })} text={t('chatList.noMatch.text')} />;
  }
  if (view === 'archive') {
    return <EmptyState title={t('folders.emptyArchive')} text={t('folders.archiveNote')} />;
  }
  if (view.startsWith('folder.')) {
    return <EmptyState pose="none" title={t('folders.emptyFolder.title')} text={t('folders.emptyFolder.text')} />;
  }
  if (hasChats && view === 'unread') {
    return (
      <EmptyState
        title={t('chatList.noUnread.title')}
        text={t('chatList.noUnread.text')}
        action={
          <Button kind="quiet" onClick={() => onView('all')}>
            {t('chatList.noUnread.action')}
          </Button>
        }
      />
    );
  }
  return (
    <EmptyState
      pose="wave"
      title={t('chatList.empty.title')}
      text={t('chatList.empty.text')}
      action={onNew && <Button onClick={onNew}>{t('chatList.newChat')}</Button>}
    />
  );
}

interface RowsHandle {
  focusFirst(): void;
}

type RowsProps = ChatListProps & { ids: readonly ListRow['id'][]; onLeaveTop: () => void; ref: Ref<RowsHandle> };

function Rows({ ids, rowOf, openId, onOpen, onActions, onLeaveTop, ref }: RowsProps) {
  const { t, i18n } = useTranslation();
  const virtual = useRef<VirtualizerHandle>(null);
  const elements = useRef(new Map<ListRow['id'], HTMLAnchorElement>());
  const [activeId, setActiveId] = useState<ListRow['id']>();
  const wanted = activeId ?? openId;
  const active = wanted === undefined ? 0 : Math.max(0, ids.indexOf(wanted));
  const focus = (index: number) => {
    const id = ids[index];
    if (id === undefined) return;
    virtual.current?.scrollToIndex(index, { align: 'nearest' });
    setActiveId(id);
    // A row that was not drawn is there after the next frame.
    const element = elements.current.get(id);
    if (element) element.focus({ preventScroll: true });
    else requestAnimationFrame(() => elements.current.get(id)?.focus({ preventScroll: true }));
  };
  useImperativeHandle(ref, () => ({ focusFirst: () => focus(0) }));
  const handleKey = (event: KeyboardEvent, index: number) => {
    const goal = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: ids.length - 1 }[event.key];
    if (goal === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    if (goal < 0) onLeaveTop();
    else focus(Math.min(goal, ids.length - 1));
  };
  return (
    <nav aria-label={t('chatList.title')} className="scroll-pane flex-1 px-2 pb-2">
      <Virtualizer ref={virtual} as="ul" item={Item} itemSize={72} keepMounted={[active]} data={ids}>
        {(id: ListRow['id'], index: number) => (
          <ChatRow
            {...rowOf(id)}
            key={id}
            ref={(element) => {
              if (element) elements.current.set(id, element);
              else elements.current.delete(id);
            }}
            isChosen={id === openId}
            readerLang={i18n.language}
            tabIndex={index === active ? 0 : -1}
            onFocus={() => setActiveId(id)}
            onKeyDown={(event) => handleKey(event, index)}
            onActions={() => onActions(id, elements.current.get(id) ?? document.body)}
            onClick={(event) => {
              // A new tab stays a new tab.
              if (!isPlainPress(event)) return;
              event.preventDefault();
              onOpen(id);
            }}
          />
        )}
      </Virtualizer>
    </nav>
  );
}

function Item({
  children,
  style,
  ref,
}: {
  children: ReactNode;
  style: CSSProperties;
  index: number;
  ref?: Ref<HTMLLIElement>;
}) {
  return (
    <li ref={ref} style={style}>
      {children}
    </li>
  );
}
