import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { textMax } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import type { TrayState } from '#client/stores/trayStore.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { TrayEntry } from './TrayEntry.tsx';

type Entry = TrayState['entries'][number];

/** Everything that has not left this device: first what needs the person, then what leaves by itself. */
export function TrayPane({ onClose }: { onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const { commands, stores, reconnect } = useServices();
  const entries = useStore(stores.tray, (state) => state.entries);
  const chats = useStore(stores.chatList, (state) => state.chats);
  const people = useStore(stores.people);
  const isLive = useStore(stores.health, ({ status }) => status.phase === 'live' || status.phase === 'syncing');
  const [asked, setAsked] = useState<Entry>();
  const shown = entries.filter(({ state }) => state !== 'acked');
  const needsYou = shown.filter((entry) => isStuck(entry));
  const leaves = shown.filter((entry) => !isStuck(entry));
  const draw = (entry: Entry) => {
    const { action } = entry;
    const chat = 'c' in action ? chats.get(action.c) : undefined;
    const title = chat && (chatTitle(people, chat) ?? t('chat.untitled'));
    const own = ownText(entry);
    const at = new Intl.DateTimeFormat(i18n.language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    return (
      <TrayEntry
        key={entry.id}
        to={
          chat && title
            ? {
                id: chat.me.peer === undefined ? String(chat.c) : faceOf(people, chat.me.peer),
                name: title,
                line: t('tray.to', { title }),
              }
            : undefined
        }
        time={{ text: at.format(entry.at), dateTime: new Date(entry.at).toISOString() }}
        text={action.t === 'send' ? action.b.x : whatText(t, entry)}
        isQuiet={action.t !== 'send'}
        state={{ kind: isStuck(entry) ? 'failed' : 'waiting', text: stateText(t, entry, isLive) }}
        readerLang={i18n.language}
        max={textMax}
        labels={{
          copy: t('tray.copy'),
          discard: t('tray.discard'),
          edit: t('tray.edit'),
          go: isStuck(entry) ? t('tray.retry') : t('tray.sendNow'),
          save: t('tray.save'),
          cancel: t('tray.cancel'),
          editLabel: t('tray.editLabel'),
        }}
        onGo={canGo(entry) ? () => (isStuck(entry) ? void commands.retryEntry(entry.id) : reconnect()) : undefined}
        onEdit={
          action.t === 'send' && (entry.tried === 0 || isStuck(entry))
            ? (x) => void commands.editEntry({ id: entry.id, b: { x } })
            : undefined
        }
        onCopy={own === undefined ? undefined : () => void navigator.clipboard.writeText(own)}
        onDiscard={() => setAsked(entry)}
      />
    );
  };
  return (
    <Sheet isOpen onClose={onClose} title={t('tray.title')} closeLabel={t('tray.close')}>
      {shown.length === 0 && <EmptyState pose="nap" title={t('tray.empty.title')} text={t('tray.empty.text')} />}
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

/** It does not leave by itself: refused, or too old to be sent without a word. */
const isStuck = (entry: Entry): boolean => entry.state === 'failed' || entry.old === 1;

/** Repeating can help: not after a refusal for good. */
function canGo(entry: Entry): boolean {
  return !['NOT_MEMBER', 'FORBIDDEN', 'GONE', 'WINDOW', 'TOO_LARGE', 'NOT_FOUND'].includes(entry.err ?? '');
}

/** The person's own words in it. */
function ownText({ action }: Entry): string | undefined {
  return action.t === 'send' || action.t === 'edit' ? action.b.x : undefined;
}

function whatText(t: Translate, { action }: Entry): string {
  switch (action.t) {
    case 'send':
      return action.b.x;
    case 'edit':
      return t('tray.what.edit', { text: action.b.x });
    case 'react':
      return action.e === null ? t('tray.what.unreact') : t('tray.what.react', { emoji: action.e });
    default:
      return t(`tray.what.${action.t}`);
  }
}

function stateText(t: Translate, entry: Entry, isLive: boolean): string {
  if (entry.state === 'failed') {
    return t('tray.state.failed', { reason: entry.err ? t(`error.${entry.err}`) : t('chat.failed.other') });
  }
  if (entry.old === 1) return t('tray.state.old');
  return entry.tried === 1 && isLive ? t('tray.state.sending') : t('tray.state.waiting');
}
