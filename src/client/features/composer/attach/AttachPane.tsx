import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { StoreApi } from 'zustand/vanilla';
import { useServices } from '#client/context.ts';
import { Menu } from '#client/ui/Menu.tsx';
import type { ChatId } from '#protocol/ids.ts';
import { attachActions, type AttachAction, type AttachViewProps } from './attachActions.ts';
import type { AttachState } from './attachStore.ts';
import { AttachTray } from './AttachTray.tsx';
import { DropOverlay } from './DropOverlay.tsx';
import { pickFiles } from './pickFiles.ts';
import { changeQuality, dropItem, moveItem, takeFiles } from './takeFiles.ts';

export type AttachPaneProps = {
  c: ChatId;
  /** name of the chat */
  title: string;
  store: StoreApi<AttachState>;
  /** files that came in another way than by the menu: take them */
  files: readonly File[];
  onTaken: () => void;
  /** something is held over the chat that can be dropped */
  isOver: boolean;
  /** the button of the menu, while that is open */
  menu: Element | undefined;
  onMenuEnd: () => void;
  /** A view of an action is open: keep this part. */
  onHold: (isHeld: boolean) => void;
  /** files were picked: writing goes on */
  onDone: () => void;
};

/** Everything about files in the composer but its button: the menu, the tray, and what is shown while something is dragged over the chat. */
export function AttachPane(props: AttachPaneProps) {
  const { c, title, store, files, onTaken, isOver, menu, onMenuEnd, onHold, onDone } = props;
  const { t } = useTranslation();
  const services = useServices();
  const state = useStore(store);
  const kit = useStore(services.stores.media, (media) => media.kit);
  const [open, setOpen] = useState<Extract<AttachAction, { View: unknown }>>();
  const take = (picked: readonly File[]): void => {
    if (picked.length === 0) return;
    void takeFiles(services, c, store, picked);
    onDone();
  };
  useTaken(files, take, onTaken);
  useEffect(() => {
    // The pictures of a stored draft are shown by it.
    if (!kit && state.items.length > 0) services.loadMedia().catch(() => undefined);
  }, [kit, state.items.length, services]);
  const chat = useStore(services.stores.chatList, ({ chats }) => chats.get(c));
  const standing = chat && { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  const isTouch = globalThis.matchMedia('(pointer: coarse)').matches;
  const run = (action: AttachAction): void => {
    if ('pick' in action) pickFiles(action.pick, take);
    else {
      setOpen(action);
      onHold(true);
    }
  };
  return (
    <>
      <AttachTray
        state={state}
        source={kit?.files}
        onRemove={(key) => void dropItem(services, c, store, key)}
        onMove={(key, to) => void moveItem(services, c, store, key, to)}
        onQuality={(quality) => void changeQuality(services, c, store, quality)}
        onAnother={(key) => {
          void dropItem(services, c, store, key);
          pickFiles({}, take);
        }}
      />
      {menu && (
        <Menu
          isOpen
          label={t('media.attach.menu')}
          anchor={menu}
          placement="top start"
          onClose={onMenuEnd}
          entries={attachActions
            .filter(({ isShown }) => isShown?.({ isTouch, standing }) ?? true)
            .map((action) => ({
              id: action.id,
              icon: action.icon,
              label: t(action.label),
              onAction: () => run(action),
            }))}
        />
      )}
      {open && (
        <OpenView
          View={open.View}
          c={c}
          onClose={() => {
            setOpen(undefined);
            onHold(false);
          }}
        />
      )}
      {isOver && <DropOverlay text={t('media.attach.drop', { title })} />}
    </>
  );
}

function OpenView({ View, ...props }: AttachViewProps & { View: Extract<AttachAction, { View: unknown }>['View'] }) {
  return <View {...props} />;
}

/** Takes files that came from outside, once for each list. */
function useTaken(files: readonly File[], take: (files: readonly File[]) => void, onTaken: () => void): void {
  const latest = useRef({ take, onTaken });
  useEffect(() => {
    latest.current = { take, onTaken };
  });
  useEffect(() => {
    if (files.length === 0) return;
    latest.current.take(files);
    latest.current.onTaken();
  }, [files]);
}
