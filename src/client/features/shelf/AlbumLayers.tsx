import {
  ArrowLeft,
  ArrowRight,
  Download,
  ImagePlus,
  ListOrdered,
  MessageSquare,
  Pencil,
  Star,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { Album, AlbumPhoto } from '#protocol/entities/shelf.ts';
import type { ChatId } from '#protocol/ids.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Menu, type MenuEntry } from '#client/ui/Menu.tsx';
import { AlbumNameDialog } from './AlbumNameDialog.tsx';
import { FromChatSheet } from './FromChatSheet.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import type { AlbumChanges } from './useAlbumChanges.ts';

/** What is open over an album. */
export type AlbumLayer =
  | { kind: 'add'; anchor: Element }
  | { kind: 'album'; anchor: Element }
  | { kind: 'photo'; photo: AlbumPhoto; index: number; anchor: Element }
  | { kind: 'move'; photo: AlbumPhoto; index: number }
  | { kind: 'take'; photo: AlbumPhoto }
  | { kind: 'chat' | 'rename' | 'drop' };

/** What I may do with the album. */
export interface AlbumRights {
  canAdd: boolean;
  canTidy: boolean;
  canArrange: boolean;
  isMine: (photo: AlbumPhoto) => boolean;
}

export type AlbumLayersProps = {
  layer: AlbumLayer;
  album: Album;
  items: readonly AlbumPhoto[];
  c: ChatId;
  rights: AlbumRights;
  changes: AlbumChanges;
  onLayer: (next: AlbumLayer | undefined) => void;
  onFiles: (files: readonly File[]) => void;
  onSave: (parts: readonly MediaPart[]) => void;
  /** the album is no more */
  onGone: () => void;
};

/** The menus, questions and windows of an album. */
export function AlbumLayers(props: AlbumLayersProps) {
  const { layer, album, items, c, changes, onLayer, onGone } = props;
  const { t } = useTranslation();
  const close = (): void => onLayer(undefined);
  const closeIf = (done: Promise<boolean>, then: () => void = close): void => void done.then((is) => is && then());
  const error = changes.problem === undefined ? {} : { error: changes.problem };
  switch (layer.kind) {
    case 'chat':
      return (
        <FromChatSheet
          c={c}
          known={new Set(items.map(({ p }) => p.id))}
          isBusy={changes.isBusy}
          problem={changes.problem}
          onAdd={(places) => closeIf(changes.addFromChat(places))}
          onClose={close}
        />
      );
    case 'rename':
      return (
        <AlbumNameDialog
          name={album.n}
          isNew={false}
          isBusy={changes.isBusy}
          problem={changes.problem}
          onSave={(name) => closeIf(changes.put(name))}
          onClose={close}
        />
      );
    case 'drop':
      return (
        <ConfirmDialog
          isOpen
          title={t('shelf.album.dropAsk.title')}
          text={t('shelf.album.dropAsk.text')}
          confirmLabel={t('shelf.album.drop')}
          cancelLabel={t('common.cancel')}
          isBusy={changes.isBusy}
          {...error}
          onConfirm={() => closeIf(changes.drop(), onGone)}
          onCancel={close}
        />
      );
    case 'take':
      return (
        <ConfirmDialog
          isOpen
          title={t('shelf.photo.takeAsk.title')}
          text={t('shelf.photo.takeAsk.text')}
          confirmLabel={t('shelf.photo.take')}
          cancelLabel={t('common.cancel')}
          isBusy={changes.isBusy}
          {...error}
          onConfirm={() => closeIf(changes.remove([layer.photo.p.id]))}
          onCancel={close}
        />
      );
    case 'move':
      return (
        <MoveDialog
          place={layer.index + 1}
          total={items.length}
          onMove={(place) => {
            changes.move(layer.photo.p.id, place - 1);
            close();
          }}
          onClose={close}
        />
      );
    default:
      return <LayerMenu {...props} layer={layer} />;
  }
}

type MenuLayer = Extract<AlbumLayer, { anchor: Element }>;

function LayerMenu(props: AlbumLayersProps & { layer: MenuLayer }) {
  const { layer, items, onLayer } = props;
  const { t } = useTranslation();
  const entries = useEntries(props);
  const label =
    layer.kind === 'add'
      ? t('shelf.photo.add')
      : layer.kind === 'album'
        ? t('shelf.album.actions')
        : t('shelf.photo.actions', {
            name: t(layer.photo.p.t === 'v' ? 'media.videoOf' : 'media.photoOf', {
              index: layer.index + 1,
              total: items.length,
            }),
          });
  return <Menu isOpen label={label} anchor={layer.anchor} onClose={() => onLayer(undefined)} entries={entries} />;
}

function useEntries(props: AlbumLayersProps & { layer: MenuLayer }): MenuEntry[] {
  const { layer, items, rights, changes, onLayer, onFiles, onSave, album } = props;
  const { t } = useTranslation();
  // A menu closes after its action: the next layer comes right behind that.
  const open = (next: AlbumLayer) => () => {
    changes.forget();
    setTimeout(() => onLayer(next));
  };
  if (layer.kind === 'add') {
    return [
      { id: 'device', icon: ImagePlus, label: t('shelf.add.device'), onAction: () => pickPhotos(onFiles) },
      { id: 'chat', icon: MessageSquare, label: t('shelf.add.chat'), onAction: open({ kind: 'chat' }) },
    ];
  }
  if (layer.kind === 'album') {
    return [
      {
        ...{ id: 'save', icon: Download, label: t('shelf.album.save'), isDisabled: items.length === 0 },
        onAction: () => onSave(items.map(({ p }) => p)),
      },
      ...(rights.canTidy
        ? [
            { id: 'rename', icon: Pencil, label: t('shelf.album.rename'), onAction: open({ kind: 'rename' }) },
            {
              ...{ id: 'drop', icon: Trash2, label: t('shelf.album.drop'), tone: 'danger' as const },
              onAction: open({ kind: 'drop' }),
            },
          ]
        : []),
    ];
  }
  const { photo, index } = layer;
  const { id } = photo.p;
  const move = (to: number) => () => changes.move(id, to);
  return [
    { id: 'save', icon: Download, label: t('shelf.photo.save'), onAction: () => onSave([photo.p]) },
    ...(rights.canTidy
      ? [{ id: 'cover', icon: Star, label: t('shelf.photo.cover'), onAction: () => void changes.put(album.n, id) }]
      : []),
    ...(rights.canArrange && items.length > 1
      ? [
          {
            ...{ id: 'earlier', icon: ArrowLeft, isMirrored: true, label: t('shelf.photo.earlier') },
            ...{ isDisabled: index === 0, onAction: move(index - 1) },
          },
          {
            ...{ id: 'later', icon: ArrowRight, isMirrored: true, label: t('shelf.photo.later') },
            ...{ isDisabled: index === items.length - 1, onAction: move(index + 1) },
          },
          {
            ...{ id: 'to', icon: ListOrdered, label: t('shelf.photo.moveTo') },
            onAction: open({ kind: 'move', photo, index }),
          },
        ]
      : []),
    ...(rights.canTidy || rights.isMine(photo)
      ? [
          {
            ...{ id: 'take', icon: Trash2, label: t('shelf.photo.take'), tone: 'danger' as const },
            onAction: open({ kind: 'take', photo }),
          },
        ]
      : []),
  ];
}

/** Asks the browser for photos and films. */
function pickPhotos(onPicked: (files: readonly File[]) => void): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = 'image/*,video/*';
  input.addEventListener('change', () => onPicked([...(input.files ?? [])]));
  input.click();
}
