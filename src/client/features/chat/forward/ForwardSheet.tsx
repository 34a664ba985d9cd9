import { X } from 'lucide-react';
import { useId } from 'react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { textMax } from '#domain/chatTraits.ts';
import type { ShareTarget, ShareTargets } from '#domain/shareTargets.ts';
import { ShareList } from '#client/parts/ShareList.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { ModalFrame } from '#client/ui/ModalFrame.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type ForwardSheetProps = {
  /** messages that are forwarded */
  count: number;
  /** the message in one line, when it is one */
  line?: string | undefined;
  targets: ShareTargets;
  chosen: ReadonlyMap<string, ShareTarget>;
  /** most chats that can be chosen */
  max: number;
  onToggle: (target: ShareTarget) => void;
  isNamed: boolean;
  onNamed: (isNamed: boolean) => void;
  words: string;
  onWords: (words: string) => void;
  /** why nothing was sent */
  problem?: string | undefined;
  isBusy?: boolean;
  onSend: () => void;
  onClose: () => void;
};

/** Where messages are forwarded to: chats with a search, whether their writer is named, and words of one's own before them. From below on phones. */
export function ForwardSheet(props: ForwardSheetProps) {
  const { count, line, targets, chosen, max, isNamed, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const isFull = chosen.size >= max;
  return (
    <ModalFrame
      isOpen
      onClose={onClose}
      labelledBy={id}
      describedBy={`${id}-what`}
      className="inset-x-0 bottom-0 mb-0! h-[calc(100dvh-40px)]! w-full animate-rise rounded-t-sheet bg-surface [--plane:var(--surface)] tablet:inset-0 tablet:m-auto! tablet:h-[min(720px,calc(100dvh-48px))]! tablet:w-[min(480px,calc(100vw-32px))] tablet:rounded-sheet"
    >
      <div className="flex h-full flex-col">
        <header className="flex min-h-header flex-none items-center gap-2 border-b border-line ps-2 pe-4">
          <IconButton icon={X} label={t('common.close')} onClick={onClose} />
          <div className="min-w-0 flex-1 py-2">
            {/* On a phone a field with the focus would bring up the keyboard over half of the list. */}
            <h2 id={id} tabIndex={-1} data-autofocus className="text-15 font-[650] outline-none">
              {t('messages.forward.title')}
            </h2>
            <p id={`${id}-what`} dir="auto" className="truncate text-12 text-ink-soft">
              {line ?? t('messages.forward.what', { count })}
            </p>
          </div>
        </header>
        <ShareList targets={targets} names={noNames} chosen={chosen} isFull={isFull} onToggle={props.onToggle} />
        <div className="grid flex-none grid-cols-1 gap-2 border-t border-line px-4 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))]">
          {isFull && (
            <p role="status" className="text-12 text-ink-soft">
              {t('messages.forward.full', { count: max })}
            </p>
          )}
          {props.problem !== undefined && <Banner role="alert">{props.problem}</Banner>}
          <div className="flex min-h-hit items-center gap-3">
            <span className="min-w-0 flex-1">
              <span id={`${id}-named`} className="block text-15">
                {t('messages.forward.withName')}
              </span>
              <span id={`${id}-named-text`} className="block text-12 text-ink-soft">
                {t('messages.forward.withNameText')}
              </span>
            </span>
            <Switch
              isOn={isNamed}
              onChange={props.onNamed}
              aria-labelledby={`${id}-named`}
              aria-describedby={`${id}-named-text`}
            />
          </div>
          <TextArea
            label={t('messages.forward.words')}
            isLabelHidden
            placeholder={t('messages.forward.wordsHere')}
            value={props.words}
            onChange={props.onWords}
            minRows={1}
            maxRows={4}
            maxLength={textMax}
          />
          <Button
            size="large"
            isWide
            isBusy={props.isBusy ?? false}
            isDisabled={chosen.size === 0}
            onClick={props.onSend}
          >
            {chosen.size === 0 ? t('messages.forward.none') : t('messages.forward.send', { count: chosen.size })}
          </Button>
        </div>
      </div>
    </ModalFrame>
  );
}

const noNames: ComponentProps<typeof ShareList>['names'] = new Map();
