import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { textKind, textMax } from '#domain/chatTraits.ts';
import { copyText } from '#client/parts/copyText.ts';
import { contentText } from '#client/parts/contentText.ts';
import { useServices } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import type { TrayState } from '#client/stores/trayStore.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { isoTime, momentName } from '#client/parts/timeTexts.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { canEdit, canGo, isLateSchedule, isStuck, ownText, sortTray } from './trayActions.ts';
import { TrayEntry } from './TrayEntry.tsx';

type Entry = TrayState['entries'][number];

/** Everything that has not left this device: first what needs the person, then what leaves by itself. */
export function TrayPane({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { commands, stores, reconnect, serverNow } = useServices();
  const entries = useStore(stores.tray, (state) => state.entries);
  const chats = useStore(stores.chatList, (state) => state.chats);
  const people = useStore(stores.people);
  const isLive = useStore(stores.health, ({ status }) => status.phase === 'live' || status.phase === 'syncing');
  const [asked, setAsked] = useState<Entry>();
  const { needsYou, leaves } = sortTray(entries);
  const list = useKeptFocus(needsYou.length + leaves.length);
  const go = (entry: Entry) => {
    if (isStuck(entry)) void commands.retryEntry(entry.id);
    // The person's word ends every wait, of the connection and of what was told to come later.
    reconnect();
  };
  const draw = (entry: Entry) => {
    const { action } = entry;
    const chat = 'c' in action ? chats.get(action.c) : undefined;
    const title = chat && (chatTitle(people, chat) ?? t('chat.untitled'));
    const own = ownText(entry);
    return (
      <TrayEntry
        key={entry.id}
        to={
          chat && title
            ? {
                id: chatFace(people, chat),
                name: title,
                line: t('tray.to', { title }),
              }
            : undefined
        }
        time={{ text: momentName(entry.at, serverNow(), i18n.language), dateTime: isoTime(entry.at) }}
        text={whatText(t, entry)}
        isQuiet={action.t !== 'send' && action.t !== 'schedule'}
        state={{ kind: isStuck(entry) ? 'failed' : 'waiting', text: stateText(t, entry, isLive) }}
        readerLang={i18n.language}
        max={textMax}
        labels={{
          copy: t('tray.copy'),
          discard: t('tray.discard'),
          edit: t('tray.edit'),
          copied: t('chat.actions.copied'),
          notCopied: t('chat.actions.notCopied'),
          go: entry.state === 'failed' && !isLateSchedule(entry) ? t('tray.retry') : t('tray.sendNow'),
          save: t('tray.save'),
          cancel: t('tray.cancel'),
          editLabel: t('tray.editLabel'),
        }}
        onGo={canGo(entry) ? () => go(entry) : undefined}
        editText={own}
        onEdit={canEdit(entry) ? (x) => void commands.editEntry({ id: entry.id, b: { x } }) : undefined}
        onCopy={own === undefined ? undefined : () => copyText(own)}
        onDiscard={() => setAsked(entry)}
      />
    );
  };
  return (
    <Sheet isOpen onClose={onClose} title={t('tray.title')} closeLabel={t('tray.close')}>
      {needsYou.length + leaves.length === 0 && (
        <EmptyState pose="nap" title={t('tray.empty.title')} text={t('tray.empty.text')} />
      )}
      <div ref={list}>
        {needsYou.length > 0 && (
          <section className="px-2 pb-3">
            <SectionLabel>{t('tray.needsYou')}</SectionLabel>
            <ul className="grid gap-2">{needsYou.map(draw)}</ul>
          </section>
        )}
        {leaves.length > 0 && (
          <section className="px-2 pb-3">
            <SectionLabel>{t('tray.leavesAlone')}</SectionLabel>
            <p className="px-2 pb-2 text-13 text-ink-soft">{t('tray.order')}</p>
            <ul className="grid gap-2">{leaves.map(draw)}</ul>
          </section>
        )}
      </div>
      {asked && (
        <ConfirmDialog
          isOpen
          title={t('tray.discardAsk.title')}
          text={t('tray.discardAsk.text')}
          confirmLabel={t('tray.discardAsk.confirm')}
          cancelLabel={t('tray.discardAsk.cancel')}
          onConfirm={() => {
            setAsked(undefined);
            void commands.discardEntry(asked.id);
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </Sheet>
  );
}

/** An entry that leaves takes the focus with it: the next one gets it, so that a keyboard stays in the list. */
function useKeptFocus(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const place = useRef(0);
  useEffect(() => {
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('li') ?? [])];
    const inside = rows.findIndex((row) => row.contains(document.activeElement));
    if (inside >= 0) place.current = inside;
    else if (document.activeElement === document.body) rows[Math.min(place.current, rows.length - 1)]?.focus();
    const note = (event: FocusEvent) => {
      const index = [...(list.current?.querySelectorAll('li') ?? [])].findIndex((row) =>
        row.contains(event.target as Node),
      );
      if (index >= 0) place.current = index;
    };
    const element = list.current;
    element?.addEventListener('focusin', note);
    return () => element?.removeEventListener('focusin', note);
  }, [count]);
  return list;
}

function whatText(t: Translate, { action }: Entry): string {
  switch (action.t) {
    case 'send':
    case 'schedule':
      return contentText(t, { k: action.k ?? textKind, b: action.b }) ?? '';
    case 'edit':
      return t('tray.what.edit', { text: action.b.x });
    case 'react':
      return action.e === null ? t('tray.what.unreact') : t('tray.what.react', { emoji: action.e });
    case 'vote':
      return action.o.length === 0 ? t('tray.what.unvote') : t('tray.what.vote');
    default:
      return t(`tray.what.${action.t}`);
  }
}

function stateText(t: Translate, entry: Entry, isLive: boolean): string {
  if (entry.state === 'failed') {
    if (isLateSchedule(entry)) return t('later.late');
    const isLateVote = entry.action.t === 'vote' && entry.err === 'WINDOW';
    if (isLateVote) return t('tray.state.failed', { reason: t('tray.what.voteOver') });
    return t('tray.state.failed', { reason: entry.err ? t(`error.${entry.err}`) : t('chat.failed.other') });
  }
  if (entry.old === 1) return t('tray.state.old');
  return entry.tried === 1 && isLive ? t('tray.state.sending') : t('tray.state.waiting');
}
