import { Copy, FileDown, Trash2 } from 'lucide-react';
import { useEffect, useMemo, useState, type MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { keepNoteMax, keepsMax } from '#domain/keepRules.ts';
import type { KeepId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { copyText } from '#client/parts/copyText.ts';
import { saveText } from '#client/parts/saveText.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { Menu } from '#client/ui/Menu.tsx';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import { findKept, toKeptRows } from './keptRows.ts';
import { KeepPage, type KeepPageProps } from './KeepPage.tsx';
import type { KeptRow } from './KeptRow.ts';
import { NoteDialog } from './NoteDialog.tsx';
import { readNote } from './readNote.ts';

/** What is open over the page. A note without a row is a new one. */
type Layer =
  | { kind: 'note'; row?: KeptRow; text: string }
  | { kind: 'menu'; row: KeptRow; anchor: Element }
  | { kind: 'drop'; row: KeptRow };

/** The page of what I keep. All of it works without a network; what changes then reaches my other devices later. */
export function KeepPane() {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const { rows, total, state, query, setQuery } = useKept();
  const [layer, setLayer] = useState<Layer>();
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const { commands } = services;
  const follow = (href: string) => (event: MouseEvent) => {
    if (!isPlainPress(event)) return;
    event.preventDefault();
    navigate(href);
  };
  const write = async (text: string, row?: KeptRow): Promise<void> => {
    setProblem(undefined);
    if (!row && total >= keepsMax) return setProblem(t('keep.full', { max: number(keepsMax) }));
    try {
      await commands.writeKeepNote({ x: text, ...(row ? { i: row.id as KeepId } : {}) });
      setLayer(undefined);
    } catch {
      // The device could not keep it: the words stay in their field.
      setProblem(t('keep.note.failed'));
    }
  };
  const number = (value: number): string => new Intl.NumberFormat(i18n.language).format(value);
  const takeFile = async (file: File): Promise<void> => {
    const read = await readNote(file);
    setProblem('problem' in read ? t(`keep.file.${read.problem}`, { max: number(keepNoteMax) }) : undefined);
    if ('text' in read) setLayer({ kind: 'note', text: read.text });
  };
  return (
    <>
      <KeepPage
        {...{ state, rows, total, query }}
        onQuery={setQuery}
        now={services.serverNow()}
        problem={layer?.kind === 'note' ? undefined : problem}
        onBack={follow('/settings')}
        onNew={() => setLayer({ kind: 'note', text: '' })}
        onFile={(file) => void takeFile(file)}
        onOpen={(row) => follow(row.href ?? '/keep')}
        onNote={(row) => setLayer({ kind: 'note', row, text: row.note ?? '' })}
        onMore={(row, anchor) => setLayer({ kind: 'menu', row, anchor })}
      />
      {layer && (
        <KeepLayer
          layer={layer}
          problem={problem}
          onLayer={setLayer}
          onSay={setSaid}
          onWrite={(text, row) => void write(text, row)}
        />
      )}
      <ToastRegion label={t('keep.title')}>
        {said !== undefined && <Toast text={said} closeLabel={t('common.close')} onClose={() => setSaid(undefined)} />}
      </ToastRegion>
    </>
  );
}

type KeepLayerProps = {
  layer: Layer;
  problem: string | undefined;
  onLayer: (next: Layer | undefined) => void;
  onSay: (text: string) => void;
  onWrite: (text: string, row?: KeptRow) => void;
};

function KeepLayer({ layer, problem, onLayer, onSay, onWrite }: KeepLayerProps) {
  const { t } = useTranslation();
  const { commands } = useServices();
  const close = () => onLayer(undefined);
  const { row } = layer;
  if (layer.kind === 'note') {
    return (
      <NoteDialog
        text={layer.text}
        canBeEmpty={row?.from !== undefined}
        problem={problem}
        onSave={(text) => onWrite(text, row)}
        onClose={close}
      />
    );
  }
  if (!row) return null;
  const words = [row.text, row.note].filter((text) => text !== undefined).join('\n\n');
  const copy = async (): Promise<void> =>
    onSay((await copyText(words)) ? t('keep.copied') : t('chat.actions.notCopied'));
  if (layer.kind === 'drop') {
    return (
      <ConfirmDialog
        isOpen
        title={t('keep.dropAsk.title')}
        text={t('keep.dropAsk.text')}
        confirmLabel={t('keep.drop')}
        cancelLabel={t('common.cancel')}
        tone="danger"
        onConfirm={() => {
          close();
          void commands.dropKeep({ i: row.id as KeepId }).then(() => onSay(t('keep.dropped')));
        }}
        onCancel={close}
      />
    );
  }
  return (
    <Menu
      isOpen
      label={t('keep.actions')}
      anchor={layer.anchor}
      placement="bottom end"
      // A menu closes after its action, which may have opened the next layer.
      onClose={() => onLayer(undefined)}
      entries={[
        ...(words === ''
          ? []
          : [
              {
                ...{ id: 'copy', icon: Copy, label: t('keep.copy') },
                onAction: () => void copy(),
              },
              {
                ...{ id: 'save', icon: FileDown, label: t('keep.save') },
                onAction: () => saveText(toFile(words, t('keep.note.title'))),
              },
            ]),
        {
          ...{ id: 'drop', icon: Trash2, label: t('keep.drop'), tone: 'danger' as const },
          onAction: () => setTimeout(() => onLayer({ kind: 'drop', row })),
        },
      ]}
    />
  );
}

/** A note as a file of its own. */
const toFile = (text: string, fallback: string) => ({
  ...{ text, name: `${nameOfFile(text, fallback)}.txt`, type: 'text/plain;charset=utf-8' },
});

/** The first words, without what file systems refuse. */
function nameOfFile(text: string, fallback: string): string {
  const [line = ''] = text.trim().split('\n');
  const clean = line
    .replaceAll(/[\p{C}\\/:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replace(/^\.+/, '')
    .trim();
  return Array.from(clean).slice(0, 40).join('').trim() || fallback;
}

/** What I keep, read when the page opens, and found by what is typed. */
function useKept(): Pick<KeepPageProps, 'rows' | 'total' | 'state' | 'query'> & { setQuery: (query: string) => void } {
  const { t } = useTranslation();
  const { stores, loadKeeps } = useServices();
  const keeps = useStore(stores.keeps);
  const chats = useStore(stores.chatList, (list) => list.chats);
  const users = useStore(stores.people, (people) => people.users);
  const contacts = useStore(stores.people, (people) => people.contacts);
  const [query, setQuery] = useState('');
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    loadKeeps().catch(() => setFailed(true));
  }, [loadKeeps]);
  const all = useMemo(
    () => toKeptRows(keeps.rows.values(), { t, chats, people: { users, contacts } }),
    [keeps.rows, t, chats, users, contacts],
  );
  const rows = useMemo(() => findKept(all, query), [all, query]);
  const state = keeps.loaded ? 'ready' : hasFailed ? 'unreadable' : 'loading';
  return { rows, total: all.length, state, query, setQuery };
}
