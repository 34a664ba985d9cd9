import { Compass } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { checkGroupTitle, fieldLimits } from '#domain/accountRules.ts';
import { faceId } from '#domain/faceId.ts';
import { FaceStack } from '#client/parts/FaceStack.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { PeoplePicker } from './PeoplePicker.tsx';
import type { Candidate } from './pickRows.ts';
import type { Translate } from '#client/parts/systemText.ts';

export type NewChatDialogProps = {
  /** friends, in order */
  all: readonly Candidate[];
  /** who is chosen from the start: somebody a group is begun with, so that one alone opens no chat */
  initialChosen?: readonly Candidate[];
  isBusy: boolean;
  /** why it did not work */
  problem: string | undefined;
  onOpen: (person: Candidate) => void;
  onCreate: (people: readonly Candidate[], title: string) => void;
  /** leads to where friends are added, when there are none */
  findFriend: ReactNode;
  /** leads to where communities are founded */
  onFound?: (() => void) | undefined;
  onClose: () => void;
};

/** Picks friends: one opens the 1:1 chat, several become a group with a name. */
export function NewChatDialog(props: NewChatDialogProps) {
  const { all, initialChosen = [], isBusy, problem, onOpen, onCreate, findFriend, onFound, onClose } = props;
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<readonly Candidate[]>(initialChosen);
  const [isNaming, setNaming] = useState(false);
  const [title, setTitle] = useState('');
  const [isAsked, setAsked] = useState(false);
  const form = useId();
  const most = fieldLimits.groupMax - 1;
  const [first] = chosen;
  const checked = checkGroupTitle(title);
  const toggle = (candidate: Candidate) =>
    setChosen((before) =>
      before.some(({ id }) => id === candidate.id)
        ? before.filter(({ id }) => id !== candidate.id)
        : [...before, candidate],
    );
  const create = () => {
    setAsked(true);
    if (checked.problem === undefined && !isBusy) onCreate(chosen, checked.value);
  };
  // Keys keep the two main buttons apart: a button that turns into a submit button while it is being pressed would submit the form.
  const pickActions = (
    <>
      <p aria-live="polite" className="flex-1 self-center text-13 text-ink-soft">
        {chosen.length >= most
          ? t('groups.new.full', { count: fieldLimits.groupMax })
          : chosen.length > 0 && t('common.chosen', { count: chosen.length })}
      </p>
      {chosen.length > 1 || initialChosen.length > 0 ? (
        <Button key="next" isDisabled={chosen.length < 2} onClick={() => setNaming(true)}>
          {t('groups.new.next')}
        </Button>
      ) : (
        <Button isDisabled={!first} isBusy={isBusy} onClick={() => first && onOpen(first)}>
          {t('groups.new.open')}
        </Button>
      )}
    </>
  );
  const nameActions = (
    <>
      <Button kind="quiet" onClick={() => setNaming(false)}>
        {t('common.back')}
      </Button>
      <Button key="create" type="submit" form={form} isBusy={isBusy}>
        {t('groups.new.create')}
      </Button>
    </>
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isNaming ? t('groups.new.nameTitle') : t('groups.new.title')}
      closeLabel={t('common.close')}
      actions={all.length === 0 ? undefined : isNaming ? nameActions : pickActions}
    >
      {all.length === 0 ? (
        <EmptyState
          pose="wave"
          level={3}
          title={t('groups.new.none')}
          action={
            <>
              {findFriend}
              {onFound && <FoundButton onClick={onFound} />}
            </>
          }
        />
      ) : isNaming ? (
        <form
          id={form}
          noValidate
          className="grid gap-5 pt-1"
          onSubmit={(event) => {
            event.preventDefault();
            create();
          }}
        >
          <div className="flex items-center gap-3">
            <FaceStack
              people={chosen.map(({ id, name, card }) => ({ id: faceId(id, card), name }))}
              size={40}
              max={5}
            />
            <p className="text-13 text-ink-soft">{t('groups.new.with', { count: chosen.length })}</p>
          </div>
          <TextField
            label={t('groups.new.nameLabel')}
            hint={t('groups.new.nameHint')}
            value={title}
            onChange={setTitle}
            autoComplete="off"
            hasAutoFocus
            error={isAsked && checked.problem ? titleProblem(checked.problem, t) : undefined}
          />
        </form>
      ) : (
        <>
          {onFound && initialChosen.length === 0 && (
            <div className="mb-3">
              <FoundButton onClick={onFound} />
            </div>
          )}
          <p className="mb-2 text-13 text-ink-soft">{t('groups.new.lead')}</p>
          <PeoplePicker all={all} chosen={chosen} isFull={chosen.length >= most} onToggle={toggle} />
        </>
      )}
      {problem && (
        <div className="mt-4">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
    </Dialog>
  );
}

function FoundButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button kind="quiet" icon={Compass} aria-haspopup="dialog" onClick={onClick}>
      {t('groups.new.community')}
    </Button>
  );
}

/** What is wrong with the name of a group, in words. */
function titleProblem(problem: string, t: Translate): string {
  return problem === 'long'
    ? t('groups.new.nameLong', { count: fieldLimits.groupTitleMax })
    : t('groups.new.nameMissing');
}
