import { Plus } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ComposerHandle } from '../Composer.tsx';
import type { AttachPaneProps } from './AttachPane.tsx';
import { attachStoreOf, readyParts, restoredItem } from './attachStore.ts';

const AttachPane = lazyPart<AttachPaneProps>(() => import('./AttachPane.tsx').then((m) => m.AttachPane));
/** A photo can be picked without a network too. */
const AHEAD = [AttachPane];

type ChatId = AttachPaneProps['c'];

export interface AttachPorts {
  c: ChatId;
  /** name of the chat */
  title: string;
  composer: { readonly current: ComposerHandle | null };
  /** nothing can be added now: a message is being changed, or nobody may write */
  isOff: boolean;
}

/** What the composer shows and sends of files. */
export interface Attach {
  /** before the text */
  lead: ReactNode;
  /** above the text */
  tray: ReactNode;
  /** `busy`: a file is still being prepared; `ready`: there is something to send without a text; `bad`: nothing of it can be sent; `voice`: a recording, which goes alone */
  attached: 'none' | 'bad' | 'busy' | 'ready' | 'voice';
  /** Takes what can be sent out of the tray; `putBack` brings it back if the device cannot keep the message. */
  take(): { files: MediaPart[]; putBack: () => void };
}

/** Files of the composer: the button and its menu, what is pasted or dropped anywhere in the chat, and the tray. All but the button comes when it is needed. */
export function useAttach({ c, title, composer, ...ports }: AttachPorts): Attach {
  const { t } = useTranslation();
  const services = useServices();
  const store = attachStoreOf(services, c);
  const { items, isUnavailable } = useStore(store);
  const isVoice = items.some(({ part }) => part?.t === 'a');
  const isOff = ports.isOff || isVoice;
  const [menu, setMenu] = useState<Element>();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [isOver, setOver] = useState(false);
  const [isHeld, setHeld] = useState(false);
  usePreload(AHEAD);
  useRestored(services, c);
  useFiles({ composer, isOff, onFiles: setFiles, onOver: setOver });
  const isNeeded =
    !isOff && (menu !== undefined || files.length > 0 || isOver || isHeld || isUnavailable || items.length > 0);
  return {
    lead: !isOff && (
      <IconButton
        icon={Plus}
        look="round"
        label={t('composer.attach')}
        aria-haspopup="menu"
        aria-expanded={menu !== undefined}
        onClick={({ currentTarget }) => setMenu(currentTarget)}
      />
    ),
    tray: isNeeded && (
      <AttachPane
        {...{ c, title, store, files, isOver, menu }}
        onTaken={() => setFiles([])}
        onMenuEnd={() => setMenu(undefined)}
        onHold={setHeld}
        onDone={() => composer.current?.focus()}
      />
    ),
    attached: ports.isOff
      ? 'none'
      : isVoice
        ? 'voice'
        : items.length === 0
          ? 'none'
          : items.some(({ state }) => state === 'preparing')
            ? 'busy'
            : readyParts({ ...store.getState(), items }).length > 0
              ? 'ready'
              : 'bad',
    take() {
      const before = store.getState();
      // What can never be sent has been told of; it goes with the others.
      store.setState({ items: [], isOverfull: false });
      return { files: readyParts(before), putBack: () => store.setState({ items: before.items }) };
    },
  };
}

/** Files of the stored draft, once per chat and tab. */
function useRestored(services: ReturnType<typeof useServices>, c: ChatId): void {
  useEffect(() => {
    const store = attachStoreOf(services, c);
    const { drafts } = services.stores;
    let isDone = store.getState().items.length > 0;
    const restore = (): void => {
      const { loaded, drafts: known } = drafts.getState();
      if (isDone || !loaded) return;
      isDone = true;
      const stored = known.get(c)?.files ?? [];
      if (stored.length > 0) store.setState({ items: stored.map(restoredItem) });
    };
    restore();
    return drafts.subscribe(restore);
  }, [services, c]);
}

type FileEars = Pick<AttachPorts, 'composer' | 'isOff'> & {
  onFiles: (files: readonly File[]) => void;
  onOver: (isOver: boolean) => void;
};

/** Hears files that are pasted, or dropped on the chat around the composer. A drop beside it does nothing: left to itself the browser would leave the app for the file. */
function useFiles(ears: FileEars): void {
  const latest = useRef(ears);
  useEffect(() => {
    latest.current = ears;
  });
  useEffect(() => {
    const ending = new AbortController();
    const { signal } = ending;
    const isMine = (event: Event): boolean => {
      const { composer, isOff } = latest.current;
      const place = composer.current?.field()?.closest('section');
      const isOfNobody = event.type === 'paste' && event.target === document.body;
      return !isOff && place !== undefined && (isOfNobody || place?.contains(event.target as Node) === true);
    };
    const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer?.types.includes('Files') === true;
    const onDrag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      const mine = isMine(event);
      if (event.dataTransfer) event.dataTransfer.dropEffect = mine ? 'copy' : 'none';
      latest.current.onOver(mine);
    };
    const end = (): void => latest.current.onOver(false);
    document.addEventListener('dragenter', onDrag, { signal });
    document.addEventListener('dragover', onDrag, { signal });
    document.addEventListener('dragleave', (event) => !event.relatedTarget && end(), { signal });
    document.addEventListener(
      'drop',
      (event) => {
        end();
        if (!hasFiles(event)) return;
        event.preventDefault();
        if (isMine(event)) latest.current.onFiles([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    document.addEventListener(
      'paste',
      (event) => {
        const pasted = [...(event.clipboardData?.files ?? [])];
        // A word processor offers a picture of the words as well.
        const isText =
          event.clipboardData?.types.includes('text/html') === true &&
          pasted.length > 0 &&
          event.clipboardData.getData('text/plain') !== '';
        if (pasted.length === 0 || isText || !isMine(event) || event.defaultPrevented) return;
        event.preventDefault();
        latest.current.onFiles(pasted);
      },
      { signal },
    );
    return () => ending.abort();
  }, []);
}
