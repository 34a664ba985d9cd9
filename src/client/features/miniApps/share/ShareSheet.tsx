import { useTranslation } from 'react-i18next';
import { textMax } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { CardApp } from '#client/parts/AppCard.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { TallSheet } from '#client/ui/TallSheet.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { SharedCardPreview } from './SharedCardPreview.tsx';
import { ShareList } from '#client/parts/ShareList.tsx';
import type { ShareTarget, ShareTargets } from '#domain/shareTargets.ts';
import type { SharedCard, ShareOutcome } from './useShare.ts';

export type ShareSheetProps = {
  app: CardApp;
  shared: SharedCard;
  outcome: ShareOutcome;
  targets: ShareTargets;
  /** under which name I am in a community */
  names: ReadonlyMap<ChatId, string>;
  chosen: ReadonlyMap<string, ShareTarget>;
  /** most that can be chosen */
  max: number;
  note: string;
  onNote: (note: string) => void;
  onToggle: (target: ShareTarget) => void;
  /** fetches the card again */
  onAgain: () => void;
  onSend: () => void;
  onClose: () => void;
};

/** Over the whole window, from below on phones: which chats a card of an app goes to. The app waits behind it and sees nothing of this. */
export function ShareSheet(props: ShareSheetProps) {
  const { app, shared, outcome, onClose } = props;
  const { t } = useTranslation();
  return (
    <TallSheet
      size="large"
      title={t('appCards.share.title', { name: app.name })}
      subtitle={t('appCards.share.subtitle')}
      closeLabel={t('common.close')}
      onClose={onClose}
    >
      {shared.kind === 'ready' || shared.kind === 'loading' ? (
        outcome.kind === 'some' ? (
          <Refused sent={outcome.sent} of={outcome.of} onClose={onClose} />
        ) : (
          <Picker {...props} />
        )
      ) : (
        <Trouble {...props} shared={shared} />
      )}
    </TallSheet>
  );
}

function Picker(props: ShareSheetProps) {
  const { app, shared, outcome, targets, names, chosen, max, note, onNote, onToggle, onSend } = props;
  const { t } = useTranslation();
  const isFull = chosen.size >= max;
  return (
    <>
      <SharedCardPreview app={app} words={shared.kind === 'ready' ? shared.body.words : undefined} />
      <ShareList targets={targets} names={names} chosen={chosen} isFull={isFull} onToggle={onToggle} />
      <div className="grid flex-none grid-cols-1 gap-2 border-t border-line px-4 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))]">
        {isFull && (
          <p role="status" className="text-12 text-ink-soft">
            {t('appCards.share.full', { count: max })}
          </p>
        )}
        {outcome.kind === 'problem' && <Banner role="alert">{outcome.text}</Banner>}
        <TextArea
          label={t('appCards.share.note')}
          isLabelHidden
          placeholder={t('appCards.share.notePlaceholder')}
          value={note}
          onChange={onNote}
          minRows={1}
          maxRows={4}
          maxLength={textMax}
        />
        <Button
          size="large"
          isWide
          isBusy={outcome.kind === 'sending'}
          isDisabled={chosen.size === 0 || shared.kind !== 'ready'}
          onClick={onSend}
        >
          {chosen.size === 0 ? t('appCards.share.none') : t('appCards.share.send', { count: chosen.size })}
        </Button>
      </div>
    </>
  );
}

/** Some chats took it. Sharing again would put it twice into those. */
function Refused({ sent, of, onClose }: { sent: number; of: number; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <div role="status" className="grid flex-1 content-center gap-4 p-5">
      <Banner tone="warn">{t('appCards.share.sentSome', { sent, of })}</Banner>
      <Button size="large" isWide onClick={onClose}>
        {t('appCards.share.done')}
      </Button>
    </div>
  );
}

function Trouble({ shared, onAgain, onClose }: ShareSheetProps & { shared: SharedCard }) {
  const { t } = useTranslation();
  const isExpired = shared.kind === 'expired';
  const words = isExpired
    ? { title: t('appCards.share.expired.title'), text: t('appCards.share.expired.text') }
    : shared.kind === 'problem'
      ? { title: t('appCards.share.problem'), text: shared.text }
      : { title: t('appCards.share.offline.title'), text: t('appCards.share.offline.text') };
  return (
    <div className="scroll-pane grid flex-1 content-center justify-items-center p-5">
      <EmptyState
        title={words.title}
        text={words.text}
        level={3}
        action={
          <span className="flex flex-wrap justify-center gap-2">
            {!isExpired && <Button onClick={onAgain}>{t('common.tryAgain')}</Button>}
            <Button kind={isExpired ? 'filled' : 'quiet'} onClick={onClose}>
              {t('appCards.share.back')}
            </Button>
          </span>
        }
      />
    </div>
  );
}
