import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { mentionsMax, textKind } from '#domain/chatTraits.ts';
import { isScheduleFailed } from '#domain/scheduleRules.ts';
import { namedIn, wordsOf } from '#domain/sentWords.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ErrorCode } from '#protocol/errors.ts';
import type { Scheduled } from '#protocol/entities/scheduled.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { useServices, type Services } from '#client/context.ts';
import { copyText } from '#client/parts/copyText.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { TrayState } from '#client/stores/trayStore.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { findChange, moveSpans, toMentions } from '../model/mentionSpans.ts';
import { EditScheduled } from './EditScheduled.tsx';
import { ScheduleDialog } from './ScheduleDialog.tsx';
import { ScheduledSheet } from './ScheduledSheet.tsx';
import { toShown } from './toShown.ts';
import { useScheduled } from './useScheduled.ts';

export type ScheduledListPaneProps = { c: ChatId; onClose: () => void };

type Change = RequestInput<'schedule.change'>;
type Body = NonNullable<Change['b']>;
/** What is asked above the list. */
type Asked = { t: 'edit' | 'time' | 'drop'; one: Scheduled; now: number; offset: number };

/** The list of scheduled messages, with everything that can be done to them. All of it needs the server but what has not left this device. */
export function ScheduledListPane({ c, onClose }: ScheduledListPaneProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const { stores, rpc, newOp, serverNow } = services;
  const { items, state, reload } = useScheduled();
  const queued = useStore(stores.tray, ({ entries }) => entries);
  const chats = useStore(stores.chatList, (list) => list.chats);
  const people = useStore(stores.people);
  const [asked, setAsked] = useState<Asked>();
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const ask = (kind: Asked['t'], one: Scheduled) => {
    const now = Date.now();
    setProblem(undefined);
    setAsked({ t: kind, one, now, offset: serverNow() - now });
  };
  const perform = async (work: () => Promise<{ ok: true } | { ok: false; code: ErrorCode }>) => {
    setBusy(true);
    setProblem(undefined);
    const ack = await work();
    setBusy(false);
    if (ack.ok) setAsked(undefined);
    else setProblem(t(`error.${ack.code}`));
    // Also what was refused may stand otherwise by now.
    reload();
  };
  const change = (part: Omit<Change, 'op'>) => perform(() => rpc('schedule.change', { ...part, op: newOp() }));
  const copy = async (words: string) => setProblem((await copyText(words)) ? undefined : t('chat.actions.notCopied'));
  const ground = { t, language: i18n.language, now: serverNow(), chats, people };
  const toRow = (one: Scheduled) => {
    const { i } = one.item;
    const words = one.item.fw ? '' : wordsOf(one.item.b);
    return toShown(ground, one, one.code && { code: one.code, isFinal: isScheduleFailed(one) }, {
      onSend: () => void perform(() => rpc('schedule.send', { i, op: newOp() })),
      onEdit: words !== '' && 'x' in one.item.b && canBeReworded(one) ? () => ask('edit', one) : undefined,
      onTime: () => ask('time', one),
      onCopy: words === '' ? undefined : () => void copy(words),
      onDrop: () => ask('drop', one),
    });
  };
  const waiting = items.filter((one) => !isScheduleFailed(one));
  // The server may tell of one before this device has heard that it arrived: it stands here once, under one key.
  const arrived = new Set<string>(items.map(({ item }) => item.i));
  const pending = queued.flatMap((entry) => toQueued(entry, ground, services)).filter(({ key }) => !arrived.has(key));
  return (
    <ScheduledSheet
      here={[...pending.filter((row) => row.c === c), ...waiting.filter((one) => one.c === c).map(toRow)]}
      others={[...pending.filter((row) => row.c !== c), ...waiting.filter((one) => one.c !== c).map(toRow)]}
      failed={items.filter(isScheduleFailed).map(toRow)}
      state={state}
      problem={asked ? undefined : problem}
      readerLang={i18n.language}
      onRetry={reload}
      onClose={onClose}
    >
      {asked?.t === 'time' && (
        <ScheduleDialog
          {...asked}
          at={asked.one.at}
          problem={problem}
          isBusy={isBusy}
          onSave={(at) => void change({ i: asked.one.item.i, at })}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.t === 'edit' && (
        <EditScheduled
          text={wordsOf(asked.one.item.b)}
          problem={problem}
          isBusy={isBusy}
          onSave={(text) => void change({ i: asked.one.item.i, b: reworded(asked.one, text) })}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked?.t === 'drop' && (
        <ConfirmDialog
          isOpen
          title={t('later.dropAsk.title')}
          text={problem ?? t('later.dropAsk.text', { text: contentText(t, asked.one.item) ?? '' })}
          confirmLabel={t('later.drop')}
          cancelLabel={t('common.cancel')}
          onConfirm={() => void perform(() => rpc('schedule.drop', { i: asked.one.item.i, op: newOp() }))}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </ScheduledSheet>
  );
}

/** What is on this device only: it goes to the server by itself, or was refused. */
function toQueued(entry: TrayState['entries'][number], ground: Parameters<typeof toShown>[0], services: Services) {
  const { action, state, err, id } = entry;
  if (action.t !== 'schedule') return [];
  const { commands, reconnect } = services;
  const item = { i: action.cid, k: action.k ?? textKind, b: action.b } as Scheduled['item'];
  const isFailed = state === 'failed';
  const row = toShown(
    ground,
    { c: action.c, item, at: action.at, st: 0 },
    isFailed ? { code: err ?? 'INTERNAL', isFinal: true, isQueued: true } : { code: undefined, isQueued: true },
    {
      onSend:
        isFailed || entry.old === 1
          ? () => {
              void commands.retryEntry(id);
              reconnect();
            }
          : undefined,
      onDrop: () => void commands.discardEntry(id),
    },
  );
  return [{ ...row, c: action.c }];
}

/** Texts, and words with files; the words of polls and cards are not changed here. */
const canBeReworded = ({ item }: Scheduled): boolean => item.k === textKind || 'f' in item.b;

/** The body with another text: people stay named where their names stay as they were. */
function reworded({ item }: Scheduled, text: string): Body {
  const before = wordsOf(item.b);
  const x = text.trim();
  const spans = namedIn(item.b).map(([start, length, mid]) => ({ start, length, mid }));
  const moved = moveSpans(spans, findChange(before, x, x.length));
  const at = toMentions<NonNullable<Body['at']>[number][2]>(moved, x, 0, mentionsMax);
  return { x, ...(at ? { at } : {}), ...(item.b.silent === 1 ? { silent: 1 as const } : {}) };
}
