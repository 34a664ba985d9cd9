import { Hourglass } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moderationLimits } from '#domain/moderation/moderationChoices.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { textLang } from '#client/parts/textLang.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { momentText } from './timeWords.ts';

export type AppealDialogProps = {
  /** what I asked last, and what became of it */
  earlier?: RequestOutput<'appeal.get'>['mine'];
  isBusy: boolean;
  isSent: boolean;
  problem: string | undefined;
  onSend: (text: string) => void;
  onClose: () => void;
};

/** Asks the admins to take a mute, a removal or a ban back, and shows what became of an earlier text. */
export function AppealDialog({ earlier, isBusy, isSent, problem, onSend, onClose }: AppealDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  const [text, setText] = useState('');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('moderation.appeal.title')}
      closeLabel={t('common.close')}
      actions={
        isSent ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          <>
            <Button kind="quiet" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" form={form} isBusy={isBusy} isDisabled={text.trim() === ''}>
              {t('moderation.appeal.send')}
            </Button>
          </>
        )
      }
    >
      {isSent ? (
        <Banner tone="ok" role="status">
          {t('moderation.appeal.sent')}
        </Banner>
      ) : (
        <form
          id={form}
          className="grid grid-cols-1 gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBusy && text.trim() !== '') onSend(text.trim());
          }}
        >
          {earlier && <Earlier earlier={earlier} />}
          <TextArea
            label={t('moderation.appeal.label')}
            hint={t('moderation.appeal.hint')}
            value={text}
            onChange={setText}
            maxLength={moderationLimits.note}
            {...(problem === undefined ? {} : { error: problem })}
          />
        </form>
      )}
    </Dialog>
  );
}

function Earlier({ earlier }: { earlier: NonNullable<AppealDialogProps['earlier']> }) {
  const { t, i18n } = useTranslation();
  const { x, at, done, decided } = earlier;
  const state = done === 1 ? 'lifted' : done === 2 ? 'kept' : 'waiting';
  return (
    <Banner
      tone={state === 'lifted' ? 'ok' : state === 'kept' ? 'warn' : 'info'}
      {...(state === 'waiting' ? { icon: Hourglass } : {})}
      role="status"
      title={t(`moderation.appeal.state.${state}`)}
    >
      <span className="block text-ink-soft">{momentText(decided ?? at, i18n.language)}</span>
      <span lang={textLang(x, i18n.language)} dir="auto" className="mt-1 block wrap-anywhere whitespace-pre-line">
        {x}
      </span>
    </Banner>
  );
}
