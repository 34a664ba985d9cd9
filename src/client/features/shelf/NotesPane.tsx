import { Copy, Pencil, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canAddToShelf, canTidyShelf } from '#domain/shelfRules.ts';
import type { ShelfId, ShelfNote } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { copyText } from '#client/parts/copyText.ts';
import { problemText } from '#client/parts/problemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';
import { newShelfId } from './newShelfId.ts';
import { NoteCard } from './NoteCard.tsx';
import { NoteEditor } from './NoteEditor.tsx';
import { readNotes, type KeptNotes } from './readNotes.ts';
import { ShelfFrame } from './ShelfFrame.tsx';
import { shelfState } from './shelfState.ts';
import { useChatShelf } from './useChatShelf.ts';
import { useKept } from './useKept.ts';

/** What is being written of a note. Its id stays the same until it is saved, so that it cannot come twice. */
type Draft = { i: ShelfId; x: string };
/** What is open over the page. `note`: as it is; a new one has none. */
type Layer =
  | { kind: 'edit'; note?: ShelfNote; draft: Draft }
  | { kind: 'menu'; note: ShelfNote; anchor: Element }
  | { kind: 'drop'; note: ShelfNote };

export type NotesPaneProps = { chatId: ChatId };

/** `/chats/:id/notes`: what the people of a chat have noted for each other. */
export function NotesPane({ chatId: c }: NotesPaneProps) {
  const { t } = useTranslation();
  const { rpc, newOp, keptShelf, serverNow } = useServices();
  const shelf = useChatShelf(c);
  const pages = useRef(1);
  const kept = useKept<KeptNotes>({ c, page: 'notes', news: shelf.news }, () => readNotes(rpc, c, pages.current));
  const [layer, setLayer] = useState<Layer>();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [said, say] = useState<string>();
  const { standing } = shelf;
  const canAdd = standing !== undefined && canAddToShelf(standing, serverNow());
  const notes = kept.data?.items ?? [];
  /** Where what is being written lies: of a new note and of each old one by itself. */
  const draftOf = (note?: ShelfNote): string => (note ? `draft-${note.i}` : 'draft');
  const edit = async (note?: ShelfNote): Promise<void> => {
    const draft = (await keptShelf.read(c, draftOf(note))) as Draft | undefined;
    setProblem(undefined);
    const fresh = { i: note?.i ?? newShelfId({ newOp }), x: note?.x ?? '' };
    setLayer({ kind: 'edit', ...(note ? { note } : {}), draft: draft ?? fresh });
  };
  const save = async ({ i, x }: Draft, note?: ShelfNote): Promise<void> => {
    setBusy(true);
    // Kept first: if this page dies now, the words are there.
    keptShelf.keep(c, draftOf(note), { i, x } satisfies Draft);
    const answer = await rpc('note.put', { c, i, x, op: newOp() });
    setBusy(false);
    if (!answer.ok) {
      const isOffline = answer.code === 'UNAVAILABLE' || answer.code === 'TIMEOUT';
      return setProblem(isOffline ? t('shelf.note.needsNetwork') : problemText(t, answer));
    }
    keptShelf.keep(c, draftOf(note), undefined);
    const written = answer.data.note;
    kept.change((data) => ({ ...data, items: [written, ...data.items.filter(({ i }) => i !== written.i)] }));
    setLayer(undefined);
  };
  const drop = async ({ i }: ShelfNote): Promise<void> => {
    setBusy(true);
    const answer = await rpc('note.delete', { c, i, op: newOp() });
    setBusy(false);
    if (!answer.ok) return setProblem(problemText(t, answer));
    kept.change((data) => ({ ...data, items: data.items.filter((one) => one.i !== i) }));
    setLayer(undefined);
    say(t('shelf.note.dropped'));
  };
  const copy = async ({ x }: ShelfNote): Promise<void> =>
    say((await copyText(x)) ? t('shelf.note.copied') : t('chat.actions.notCopied'));
  const state = standing ? shelfState(kept) : 'gone';
  return (
    <>
      <ShelfFrame
        title={t('shelf.notes')}
        subtitle={shelf.title}
        face={shelf.face === undefined ? undefined : { id: shelf.face, name: shelf.title }}
        back={{ href: `/chats/${c}`, onClick: shelf.follow(`/chats/${c}`) }}
        actions={
          canAdd && (
            <IconButton icon={Plus} label={t('shelf.note.new')} aria-haspopup="dialog" onClick={() => void edit()} />
          )
        }
        state={state}
        problem={kept.problem}
        isOffline={kept.isOffline}
        onRetry={kept.reload}
      >
        {notes.length === 0 ? (
          <EmptyState
            title={t('shelf.note.empty.title')}
            text={t('shelf.note.empty.text')}
            action={
              canAdd && (
                <Button icon={Plus} aria-haspopup="dialog" onClick={() => void edit()}>
                  {t('shelf.note.new')}
                </Button>
              )
            }
          />
        ) : (
          <ul aria-label={t('shelf.notes')} className="grid gap-3">
            {notes.map((note) => (
              <li key={note.i} className="min-w-0">
                <NoteCard
                  text={note.x}
                  by={shelf.nameOf(note)}
                  changed={note.ch}
                  isChanged={note.ch > note.at}
                  now={serverNow()}
                  onMore={(anchor) => setLayer({ kind: 'menu', note, anchor })}
                />
              </li>
            ))}
          </ul>
        )}
        {kept.data?.more === true && !kept.isOffline && (
          <div className="grid justify-items-center pt-4">
            <Button
              kind="quiet"
              onClick={() => {
                pages.current += 1;
                kept.reload();
              }}
            >
              {t('shelf.note.more')}
            </Button>
          </div>
        )}
      </ShelfFrame>
      {layer?.kind === 'edit' && (
        <NoteEditor
          text={layer.draft.x}
          isNew={layer.note === undefined}
          isBusy={isBusy}
          problem={problem}
          onDraft={(x) => {
            const isSame = x === (layer.note?.x ?? '');
            keptShelf.keep(c, draftOf(layer.note), isSame ? undefined : ({ ...layer.draft, x } satisfies Draft));
          }}
          onSave={(x) => void save({ ...layer.draft, x }, layer.note)}
          onClose={() => setLayer(undefined)}
        />
      )}
      {layer?.kind === 'menu' && (
        <Menu
          isOpen
          label={t('shelf.note.actions', { name: shelf.nameOf(layer.note) })}
          anchor={layer.anchor}
          onClose={() => setLayer((now) => (now?.kind === 'menu' ? undefined : now))}
          entries={[
            {
              ...{ id: 'copy', icon: Copy, label: t('shelf.note.copy') },
              onAction: () => void copy(layer.note),
            },
            ...(shelf.isMine(layer.note) && canAdd
              ? [{ id: 'edit', icon: Pencil, label: t('shelf.note.edit'), onAction: () => void edit(layer.note) }]
              : []),
            ...(standing && canTidyShelf(standing, shelf.isMine(layer.note))
              ? [
                  {
                    ...{ id: 'drop', icon: Trash2, label: t('shelf.note.drop'), tone: 'danger' as const },
                    onAction: () => {
                      setProblem(undefined);
                      setLayer({ kind: 'drop', note: layer.note });
                    },
                  },
                ]
              : []),
          ]}
        />
      )}
      {layer?.kind === 'drop' && (
        <ConfirmDialog
          isOpen
          title={t('shelf.note.dropAsk.title')}
          text={t('shelf.note.dropAsk.text')}
          confirmLabel={t('shelf.note.drop')}
          cancelLabel={t('common.cancel')}
          isBusy={isBusy}
          {...(problem === undefined ? {} : { error: problem })}
          onConfirm={() => void drop(layer.note)}
          onCancel={() => setLayer(undefined)}
        />
      )}
      <ToastRegion label={t('shelf.notes')}>
        {said !== undefined && <Toast text={said} closeLabel={t('common.close')} onClose={() => say(undefined)} />}
      </ToastRegion>
    </>
  );
}
