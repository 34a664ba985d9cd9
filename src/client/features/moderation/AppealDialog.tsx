import { Hourglass } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moderationLimits } from '#domain/moderation/moderationChoices.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { textLang } from '#client/parts/textLang.ts';
import { momentText } from '#client/parts/timeTexts.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { SentFormDialog } from '#client/parts/SentFormDialog.tsx';

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
  const [text, setText] = useState('');
  return (
    <SentFormDialog
      title={t('moderation.appeal.title')}
      sendLabel={t('moderation.appeal.send')}
      sentText={t('moderation.appeal.sent')}
      isSent={isSent}
      isBusy={isBusy}
      canSend={text.trim() !== ''}
      onSend={() => onSend(text.trim())}
      onClose={onClose}
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
    </SentFormDialog>
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
