import { useTranslation } from 'react-i18next';
import { Face } from '#client/parts/Face.tsx';
import { textLang } from '#client/parts/textLang.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Select } from '#client/ui/Select.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import type { TallyAnswer } from './pollTally.ts';

/** Somebody who voted; `face`: see `Face`. */
export interface Voter {
  id: number;
  face: string;
  name: string;
}

export type VotersDialogProps = {
  t: Translate;
  answers: readonly TallyAnswer[];
  /** number of the answer that is shown */
  shown: number;
  onShow: (number: number) => void;
  voters: readonly Voter[];
  isLoading: boolean;
  /** why they could not be fetched */
  problem: string | undefined;
  hasMore: boolean;
  onMore: () => void;
  onClose: () => void;
};

/** Who chose an answer of an open poll. */
export function VotersDialog(props: VotersDialogProps) {
  const { t, answers, shown, voters, isLoading, problem, hasMore } = props;
  const { i18n } = useTranslation();
  const isEmpty = voters.length === 0 && !isLoading && problem === undefined;
  return (
    <Dialog isOpen onClose={props.onClose} title={t('polls.votersTitle')} closeLabel={t('common.close')}>
      <Select
        label={t('polls.votersOf')}
        value={String(shown)}
        onChange={(value) => props.onShow(Number(value))}
        options={answers.map(({ text, count }, number) => ({ value: String(number), label: `${text} (${count})` }))}
      />
      <ul aria-busy={isLoading || undefined} className="mt-3 grid min-h-24 content-start">
        {voters.map(({ id, face, name }) => (
          <li key={id} className="flex min-h-13 items-center gap-3">
            <Face face={face} name={name} size={40} />
            <span dir="auto" lang={textLang(name, i18n.language)} className="min-w-0 truncate">
              {name}
            </span>
          </li>
        ))}
      </ul>
      {isLoading && voters.length === 0 && <SkeletonRows count={3} label={t('polls.votersLoading')} />}
      {isEmpty && <p className="text-13 text-ink-soft">{t('polls.nobody')}</p>}
      <p role="alert" className="text-13 text-danger empty:hidden">
        {problem}
      </p>
      {(hasMore || problem !== undefined) && (
        <Button kind="quiet" isWide isBusy={isLoading} onClick={props.onMore}>
          {problem === undefined ? t('polls.votersMore') : t('chat.tryAgain')}
        </Button>
      )}
    </Dialog>
  );
}
