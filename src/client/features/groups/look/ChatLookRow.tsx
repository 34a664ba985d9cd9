import { Palette } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { chatLookKey, everyChat, lookOf, plainLook, type ChatLook } from '#domain/chatLook.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { usePhotoUpload } from './usePhotoUpload.ts';

const ChatLookDialog = lazyPart(() => import('./ChatLookDialog.tsx').then((file) => file.ChatLookDialog));
const AHEAD = [ChatLookDialog];

/** How this person sees one chat: the row, and the window behind it. It follows the person to all devices. */
export function ChatLookRow({ c }: { c: ChatId }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  usePreload(AHEAD);
  return (
    <>
      <SettingsRow icon={Palette} title={t('look.title')} detail={t('look.detail')} onClick={() => setOpen(true)} />
      {isOpen && <LookWindow c={c} onClose={() => setOpen(false)} />}
    </>
  );
}

function LookWindow({ c, onClose }: { c: ChatId; onClose: () => void }) {
  const { commands, stores } = useServices();
  const looks = useStore(stores.prefs, ({ chatLooks }) => chatLooks);
  // Two presses may come before the first is stored: the second stands on it all the same.
  const [chosen, setChosen] = useState<ChatLook>();
  const [forAll, setForAll] = useState<ChatLook>();
  const look = chosen ?? lookOf(looks, c) ?? plainLook;
  const everywhere = forAll ?? looks.get(everyChat) ?? plainLook;
  const change = (next: ChatLook): void => {
    setChosen(next);
    void commands.setPref({ key: chatLookKey(c), val: JSON.stringify(next) });
  };
  const latest = useRef(look);
  useEffect(() => {
    latest.current = look;
  }, [look]);
  const upload = usePhotoUpload((photo) => change({ ...latest.current, photo }));
  const { src: photoSrc, onBroken: onPhotoBroken } = usePhotoSrc(look.photo);
  return (
    <ChatLookDialog
      {...{ look, photoSrc, onPhotoBroken, onClose }}
      photoState={upload.state}
      onPhoto={(file) => void upload.take(file)}
      onRetryPhoto={() => void upload.retry()}
      onChange={change}
      onForAll={
        isSameLook(look, everywhere)
          ? undefined
          : () => {
              setForAll(look);
              void commands.setPref({ key: chatLookKey(everyChat), val: JSON.stringify(look) });
            }
      }
    />
  );
}

/** Address of the picture of a look, as far as it can be had, and what to call when nothing is there. */
function usePhotoSrc(photo: MediaId | undefined): ReturnType<typeof useMediaSrc> {
  const { stores, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const isWanted = photo !== undefined;
  useEffect(() => {
    if (isWanted && !kit) loadMedia().catch(() => undefined);
  }, [isWanted, kit, loadMedia]);
  return useMediaSrc(isWanted ? kit?.files : undefined, photo ?? ('' as MediaId), '1280', true);
}

const isSameLook = (one: ChatLook, other: ChatLook): boolean =>
  one.ground === other.ground && one.tint === other.tint && one.photo === other.photo;
