import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import type { Candidate } from './pickRows.ts';

export type AddPeopleDialogProps = {
  /** friends who are not in yet */
  all: readonly Candidate[];
  /** how many more may come, and the most of one go */
  room: number;
  isBusy: boolean;
  problem: string | undefined;
  /** names of those who have been invited, because they want to be asked first */
  asked?: string | undefined;
  onAdd: (people: readonly Candidate[]) => void;
  onClose: () => void;
};

/** Picks friends for a group that exists. */
export function AddPeopleDialog({ all, room, isBusy, problem, asked, onAdd, onClose }: AddPeopleDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly Candidate[]>([]);
  const toggle = (candidate: Candidate) =>
    setChosen((before) =>
      before.some(({ id }) => id === candidate.id)
        ? before.filter(({ id }) => id !== candidate.id)
        : [...before, candidate],
    );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('groups.info.addPeople')}
      closeLabel={t('common.close')}
      actions={
        asked !== undefined ? (
          <Button onClick={onClose}>{t('common.close')}</Button>
        ) : (
          all.length > 0 && (
            <>
              <Button kind="quiet" onClick={onClose}>
                {t('common.cancel')}
              </Button>
              <Button isDisabled={chosen.length === 0} isBusy={isBusy} onClick={() => onAdd(chosen)}>
                {chosen.length === 0 ? t('groups.info.addPeople') : t('groups.info.add', { count: chosen.length })}
              </Button>
            </>
          )
        )
      }
    >
      {asked !== undefined ? (
        <EmptyState
          level={3}
          pose="wave"
          title={t('joining.asked.title')}
          text={t('joining.asked.text', { names: asked })}
        />
      ) : all.length === 0 ? (
        <EmptyState level={3} title={t('groups.info.everybodyIn')} />
      ) : (
        <PeoplePicker all={all} chosen={chosen} isFull={chosen.length >= room} onToggle={toggle} />
      )}
      {problem && (
        <div className="mt-4">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
    </Dialog>
  );
}
