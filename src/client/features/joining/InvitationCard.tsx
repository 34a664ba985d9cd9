import { Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';

export type InvitationCardProps = {
  title: string;
  /** what decides the colour of the group's face */
  faceId: string;
  about?: string | undefined;
  /** how many are in */
  count: number;
  /** who invites; undefined while their name is not known here */
  by: { name: string; faceId: string } | undefined;
  /** which answer is on its way */
  busy: 'accept' | 'decline' | undefined;
  problem: string | undefined;
  onAnswer: (accept: boolean) => void;
};

/** An invitation to a group: who asks, what it is, and the two answers. */
export function InvitationCard({ title, faceId, about, count, by, busy, problem, onAnswer }: InvitationCardProps) {
  const { t, i18n } = useTranslation();
  return (
    <article className="grid w-full max-w-110 justify-items-center gap-1 rounded-sheet rounded-es-[7px] bg-surface-raised px-6 pt-8 pb-6 text-center shadow-edge [--plane:var(--surface-raised)]">
      <Face face={faceId} name={title} size={96} className="mb-3" />
      <h2 lang={textLang(title, i18n.language)} className="text-20 font-[650] tracking-tight text-balance">
        {title}
      </h2>
      <p className="flex items-center gap-1.5 text-13 text-ink-soft">
        <Icon icon={Users} size={16} />
        {t('joining.members', { count })}
      </p>
      {about !== undefined && (
        <p lang={textLang(about, i18n.language)} className="mt-2 text-pretty whitespace-pre-line text-ink-soft">
          {about}
        </p>
      )}
      <p className="mt-4 flex items-center justify-center gap-2 text-balance">
        {by && <Face face={by.faceId} name={by.name} size={24} />}
        {by ? t('joining.invitation.by', { name: by.name }) : t('joining.invitation.plain')}
      </p>
      <div className="mt-4 grid w-full gap-2">
        <Button kind="cta" size="large" isWide isBusy={busy === 'accept'} onClick={() => onAnswer(true)}>
          {t('joining.join')}
        </Button>
        <Button kind="quiet" size="large" isWide isBusy={busy === 'decline'} onClick={() => onAnswer(false)}>
          {t('joining.invitation.decline')}
        </Button>
        <p className="mt-1 text-13 text-balance text-ink-soft">{t('joining.fromNow')}</p>
        {problem && <Banner role="alert">{problem}</Banner>}
      </div>
    </article>
  );
}
