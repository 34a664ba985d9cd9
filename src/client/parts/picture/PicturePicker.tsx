import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canRepeat } from '#domain/canRepeat.ts';
import { toPicture } from '#domain/faceId.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Ack } from '#protocol/errors.ts';
import { problemText } from '#client/parts/problemText.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { Crop } from './clampCrop.ts';
import { CropDialog } from './CropDialog.tsx';
import { cutPicture } from './cutPicture.ts';
import { openPicture, type OpenedPicture } from './openPicture.ts';
import { PictureField, type PictureState } from './PictureField.tsx';

export type PicturePickerProps = {
  face: string;
  name: string;
  shape?: 'person' | 'place';
  hasPicture: boolean;
  /** who sees it */
  hint: string;
  /** what happens when it is removed */
  removeText: string;
  upload: (picture: Blob, onProgress: (share: number) => void) => Promise<Ack<MediaId>>;
  /** `m:<id>` of an upload, or null */
  save: (picture: string | null) => Promise<Ack<unknown>>;
  /** the picture is changed */
  onDone?: () => void;
};

/** Chooses, cuts, sends and removes a picture. What was chosen stays until it is there, so that a failure costs one press. */
export function PicturePicker(props: PicturePickerProps) {
  const { face, name, shape = 'person', hasPicture, hint, removeText } = props;
  const { t } = useTranslation();
  const chosen = useChosen();
  const sending = useSending(props);
  const [isAsking, setAsking] = useState(false);
  const open = async (file: File) => {
    if (await chosen.open(file)) sending.set({ kind: 'idle' });
    else sending.set({ kind: 'failed', text: t('picture.unreadable'), canRetry: false });
  };
  const use = async (picture: OpenedPicture, crop: Crop) => {
    chosen.close();
    await sending.send(await cutPicture(picture, crop));
  };
  return (
    <>
      <PictureField
        {...{ face, name, shape, hasPicture, hint }}
        preview={sending.preview}
        state={sending.state}
        onFile={(file) => void open(file)}
        onRemove={() => setAsking(true)}
        onRetry={() => void sending.retry()}
      />
      {chosen.picture && (
        <CropDialog
          src={chosen.picture.url}
          extent={chosen.picture}
          shape={shape}
          onUse={(crop) => chosen.picture && void use(chosen.picture, crop)}
          onClose={chosen.close}
        />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('picture.askTitle')}
        text={removeText}
        cancelLabel={t('common.cancel')}
        confirmLabel={t('picture.remove')}
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void sending.remove();
        }}
      />
    </>
  );
}

/** Lets go of a `blob:` address when it is not shown any more. */
function useRevoked(url: string | undefined): void {
  useEffect(() => {
    if (url === undefined) return undefined;
    return () => URL.revokeObjectURL(url);
  }, [url]);
}

/** The file that is being cut. */
function useChosen() {
  const [picture, setPicture] = useState<OpenedPicture>();
  useRevoked(picture?.url);
  return {
    picture,
    async open(file: File): Promise<boolean> {
      try {
        setPicture(await openPicture(file));
        return true;
      } catch {
        // The browser says only that it could not: the person is told what would work.
        return false;
      }
    },
    close: () => setPicture(undefined),
  };
}

/** Sends a cut picture and has it taken into use. A retry goes on where it failed: what was uploaded is not sent again. */
function useSending({ upload, save, onDone }: Pick<PicturePickerProps, 'upload' | 'save' | 'onDone'>) {
  const { t } = useTranslation();
  const [state, set] = useState<PictureState>({ kind: 'idle' });
  const [work, setWork] = useState<{ blob: Blob; url: string; id?: MediaId }>();
  useRevoked(work?.url);
  const fail = (answer: Ack<unknown> & { ok: false }) =>
    set({ kind: 'failed', text: problemText(t, answer), canRetry: canRepeat(answer.code) });
  const finish = async (picture: string | null, text: string) => {
    const answer = await save(picture);
    if (!answer.ok) {
      fail(answer);
      return;
    }
    setWork(undefined);
    set({ kind: 'done', text });
    onDone?.();
  };
  const run = async (blob: Blob, known: MediaId | undefined) => {
    set({ kind: 'sending', share: 0 });
    const answer: Ack<MediaId> =
      known === undefined ? await upload(blob, (share) => set({ kind: 'sending', share })) : { ok: true, data: known };
    if (!answer.ok) {
      fail(answer);
      return;
    }
    setWork((old) => old && { ...old, id: answer.data });
    await finish(toPicture(answer.data), t('picture.saved'));
  };
  return {
    state,
    preview: work?.url,
    set,
    async send(blob: Blob) {
      setWork({ blob, url: URL.createObjectURL(blob) });
      await run(blob, undefined);
    },
    async retry() {
      if (work) await run(work.blob, work.id);
      else await finish(null, t('picture.removed'));
    },
    async remove() {
      setWork(undefined);
      set({ kind: 'sending', share: 1 });
      await finish(null, t('picture.removed'));
    },
  };
}
