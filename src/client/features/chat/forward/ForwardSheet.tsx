import { useId } from 'react';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { textMax } from '#domain/chatTraits.ts';
import type { ShareTarget, ShareTargets } from '#domain/shareTargets.ts';
import { ShareList } from '#client/parts/ShareList.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TallSheet } from '#client/ui/TallSheet.tsx';
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
    <TallSheet
      size="large"
      title={t('messages.forward.title')}
      subtitle={line ?? t('messages.forward.what', { count })}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
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
    </TallSheet>
  );
}

const noNames: ComponentProps<typeof ShareList>['names'] = new Map();
