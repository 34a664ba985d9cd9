import { Copy, EyeOff, FolderPlus, Forward, Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chosenMax } from '#domain/forwardRules.ts';
import { IconButton } from '#client/ui/IconButton.tsx';

export type ChosenBarProps = {
  count: number;
  canCopy: boolean;
  canForward: boolean;
  /** all of them are my own, and young enough */
  canUnsend: boolean;
  onCopy: () => void;
  onForward: () => void;
  /** photos or films among them go into an album; absent: there are none, or no albums here */
  onAlbum?: (() => void) | undefined;
  onHide: () => void;
  onUnsend: () => void;
  onCancel: () => void;
};

/** What can be done with the chosen messages, in the place of the composer. */
export function ChosenBar(props: ChosenBarProps) {
  const { count } = props;
  const { t } = useTranslation();
  const isNone = count === 0;
  return (
    <div
      role="toolbar"
      aria-label={t('messages.select.bar')}
      className="mx-auto flex min-h-[60px] w-full max-w-[calc(var(--column)+32px)] flex-none items-center gap-1 px-4 pt-1 pb-[calc(12px+env(safe-area-inset-bottom))] max-tablet:px-2"
    >
      <IconButton icon={X} label={t('messages.select.cancel')} onClick={props.onCancel} />
      <p role="status" className="min-w-0 flex-1 truncate text-15 font-semibold tabular-nums">
        {count >= chosenMax ? t('messages.select.full', { count: chosenMax }) : t('messages.select.count', { count })}
      </p>
      <IconButton
        icon={Copy}
        label={t('messages.select.copy')}
        isDisabled={isNone || !props.canCopy}
        onClick={props.onCopy}
      />
      <IconButton
        icon={Forward}
        isMirrored
        label={t('messages.select.forward')}
        isDisabled={isNone || !props.canForward}
        onClick={props.onForward}
      />
      {props.onAlbum && <IconButton icon={FolderPlus} label={t('shelf.to.action')} onClick={props.onAlbum} />}
      <IconButton icon={EyeOff} label={t('messages.select.hide')} isDisabled={isNone} onClick={props.onHide} />
      <IconButton
        icon={Undo2}
        isMirrored
        label={t('messages.select.unsend')}
        isDisabled={isNone || !props.canUnsend}
        onClick={props.onUnsend}
      />
    </div>
  );
}
