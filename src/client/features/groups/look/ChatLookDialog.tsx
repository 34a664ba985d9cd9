import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { chatGrounds, chatTints, plainLook, type ChatLook } from '#domain/chatLook.ts';
import { PhotoLayer } from '#client/parts/PhotoLayer.tsx';
import { cx } from '#client/ui/cx.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { PhotoChoice, type PhotoState } from './PhotoChoice.tsx';

export type ChatLookDialogProps = {
  look: ChatLook;
  /** address of the own picture of the look, as far as there is one to be had */
  photoSrc?: string | undefined;
  /** nothing is at that address */
  onPhotoBroken?: ((src: string) => void) | undefined;
  photoState: PhotoState;
  onPhoto: (file: File) => void;
  onRetryPhoto: () => void;
  /** Every press is a choice: it shows at once. */
  onChange: (look: ChatLook) => void;
  /** Sees all chats like this that have no look of their own. Undefined: they are seen like this. */
  onForAll: (() => void) | undefined;
  onClose: () => void;
};

/** What stands behind the messages of a chat and the colour of the own bubbles, tried out above. */
export function ChatLookDialog(props: ChatLookDialogProps) {
  const { look, photoSrc, onPhotoBroken, photoState, onPhoto, onRetryPhoto, onChange, onForAll, onClose } = props;
  const { t } = useTranslation();
  const isPlain = look.ground === plainLook.ground && look.tint === plainLook.tint && look.photo === undefined;
  const { photo: _photo, ...drawn } = look;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('look.title')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" isDisabled={isPlain} onClick={() => onChange(plainLook)}>
            {t('look.reset')}
          </Button>
          <Button onClick={onClose}>{t('look.done')}</Button>
        </>
      }
    >
      <Sample {...{ look, photoSrc, onPhotoBroken }} />
      <Choice
        name="ground"
        title={t('look.ground')}
        values={chatGrounds}
        value={look.photo === undefined ? look.ground : undefined}
        labelOf={(ground) => t(`look.grounds.${ground}`)}
        onChange={(ground) => onChange({ ...drawn, ground })}
        draw={(ground) => <span data-ground={ground} className="size-full bg-surface-sunken" />}
      />
      <PhotoChoice
        hasPhoto={look.photo !== undefined}
        state={photoState}
        onFile={onPhoto}
        onRetry={onRetryPhoto}
        onRemove={() => onChange(drawn)}
      />
      <Choice
        name="tint"
        title={t('look.tint')}
        values={chatTints}
        value={look.tint}
        labelOf={(tint) => t(`look.tints.${tint}`)}
        onChange={(tint) => onChange({ ...look, tint })}
        draw={(tint) => <span {...tintOf(tint)} className="size-full bg-bubble-own" />}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-3">
        <Button kind="tonal" isDisabled={onForAll === undefined} onClick={onForAll}>
          {t('wallpaper.forAll')}
        </Button>
        <p className="min-w-0 flex-1 basis-40 text-12 text-ink-soft">
          {t(onForAll ? 'wallpaper.forAllHint' : 'wallpaper.isForAll')}
        </p>
      </div>
    </Dialog>
  );
}

/** Teal is what bubbles have anyway. */
const tintOf = (tint: ChatLook['tint']) => (tint === plainLook.tint ? {} : { 'data-tint': tint });

/** Two bubbles as they would stand in the chat. */
function Sample({
  look: { ground, tint, photo },
  photoSrc,
  onPhotoBroken,
}: Pick<ChatLookDialogProps, 'look' | 'photoSrc' | 'onPhotoBroken'>) {
  const { t } = useTranslation();
  const bubble = 'w-fit max-w-[80%] rounded-bubble px-[13px] py-[7px] text-15';
  return (
    <div
      data-ground={photo === undefined ? ground : 'photo'}
      {...tintOf(tint)}
      className="relative mb-4 grid gap-1.5 rounded-card bg-surface-sunken p-4 shadow-edge [--plane:var(--surface-sunken)]"
    >
      {photo !== undefined && <PhotoLayer src={photoSrc} onBroken={onPhotoBroken} />}
      <p className={`${bubble} rounded-es-join bg-bubble-other text-ink shadow-bubble`}>{t('look.sampleOther')}</p>
      <p className={`${bubble} justify-self-end rounded-ee-join bg-bubble-own text-bubble-own-ink`}>
        {t('look.sampleOwn')} <span className="ms-1 text-12 text-bubble-own-soft">{t('chat.edited')}</span>
      </p>
      <p className="justify-self-center text-12 text-ink-faint">{t('look.detail')}</p>
    </div>
  );
}

type ChoiceProps<Value extends string> = {
  name: string;
  title: string;
  values: readonly Value[];
  /** undefined: none of them */
  value: Value | undefined;
  labelOf: (value: Value) => string;
  draw: (value: Value) => ReactNode;
  onChange: (value: Value) => void;
};

/** Native radios: arrows move, one tab stop. */
function Choice<Value extends string>({ name, title, values, value, labelOf, draw, onChange }: ChoiceProps<Value>) {
  return (
    <fieldset className="mb-4 min-w-0">
      <legend className="mb-1.5 text-13 font-semibold">{title}</legend>
      <div className={cx('grid gap-2', values.length > 6 ? 'grid-cols-4' : 'grid-cols-3')}>
        {values.map((one) => (
          <label
            key={one}
            className="relative grid min-w-0 gap-1 rounded-card p-1 text-center has-checked:shadow-[inset_0_0_0_2px_var(--brand)] has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              checked={value === one}
              onChange={() => onChange(one)}
              className="absolute inset-0 m-0 cursor-pointer appearance-none rounded-card outline-none"
            />
            <span className="pointer-events-none grid h-11 overflow-hidden rounded-control shadow-edge">
              {draw(one)}
            </span>
            <span className="pointer-events-none truncate text-12">{labelOf(one)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
