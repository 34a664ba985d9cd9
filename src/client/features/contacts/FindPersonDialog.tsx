import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { checkHandle } from '#domain/accountRules.ts';
import { faceId } from '#domain/faceId.ts';
import type { Relation } from '#domain/contactTraits.ts';
import type { UserCard } from '#protocol/entities/user.ts';
import { Handle } from '#client/parts/Handle.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import type { Translate } from '#client/parts/systemText.ts';

/** What came of a search by ID. */
export type FindOutcome =
  | { kind: 'found'; card: UserCard; relation: Relation | 'self' }
  | { kind: 'nobody'; handle: string }
  | { kind: 'problem'; text: string };

export type FindPersonDialogProps = {
  /** my own ID, to tell others */
  myHandle: string;
  /** what was typed elsewhere already */
  initialHandle: string;
  isBusy: boolean;
  outcome: FindOutcome | undefined;
  onFind: (handle: string) => void;
  onAdd: (card: UserCard) => void;
  onOpen: (card: UserCard) => void;
  onClose: () => void;
};

/** Finds somebody by their exact ID and adds them. */
export function FindPersonDialog(props: FindPersonDialogProps) {
  const { myHandle, initialHandle, isBusy, outcome, onFind, onClose } = props;
  const { t } = useTranslation();
  const [value, setValue] = useState(initialHandle);
  const [isAsked, setAsked] = useState(false);
  const checked = checkHandle(value);
  const problem = checked.problem === 'missing' ? t('auth.problem.missingHandle') : t('auth.problem.badHandle');
  const handleSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    if (checked.problem === undefined && !isBusy) onFind(checked.value);
  };
  // What nobody can be called is simply nobody; only wrong characters and an empty field are worth a word before asking.
  const error = checked.problem === 'missing' || checked.problem === 'characters' ? problem : undefined;
  return (
    <Dialog isOpen onClose={onClose} title={t('friends.find.title')} closeLabel={t('common.close')}>
      <form noValidate onSubmit={handleSubmit} className="grid gap-4 pt-1">
        <TextField
          label={t('friends.find.label')}
          prefix="@"
          hint={t('friends.find.hint', { handle: myHandle })}
          value={value}
          onChange={(text) => {
            setValue(text);
            setAsked(false);
          }}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          hasAutoFocus
          error={isAsked ? (error ?? nobody(outcome, checked.problem, checked.value, t)) : undefined}
        />
        <Button type="submit" isWide size="large" isBusy={isBusy}>
          {t('friends.find.action')}
        </Button>
      </form>
      <div aria-live="polite">
        {outcome?.kind === 'problem' && (
          <div className="mt-4">
            <Banner>{outcome.text}</Banner>
          </div>
        )}
        {outcome?.kind === 'found' && <Found {...props} card={outcome.card} relation={outcome.relation} />}
      </div>
    </Dialog>
  );
}

function nobody(
  outcome: FindOutcome | undefined,
  problem: string | undefined,
  handle: string,
  t: Translate,
): string | undefined {
  const isNobody = problem !== undefined || (outcome?.kind === 'nobody' && outcome.handle === handle);
  return isNobody ? t('friends.find.notFound', { handle: handle.trim() }) : undefined;
}

function Found({
  card,
  relation,
  onAdd,
  onOpen,
}: FindPersonDialogProps & { card: UserCard; relation: Relation | 'self' }) {
  const { t, i18n } = useTranslation();
  const words = {
    self: t('friends.find.self'),
    friend: t('friends.find.isFriend'),
    hidden: t('friends.find.isHidden'),
    blocked: t('friends.find.isBlocked'),
    none: card.status,
  };
  return (
    <div className="mt-5 grid justify-items-center gap-1 rounded-card bg-surface-raised px-4 py-5 text-center shadow-edge">
      <Face face={faceId(card.id, card)} name={card.name} size={72} />
      <b lang={textLang(card.name, i18n.language)} className="mt-2 text-17 font-[650]">
        {card.name}
      </b>
      {card.handle !== undefined && <Handle handle={card.handle} className="text-13 text-ink-faint" />}
      {words[relation] && <span className="text-13 text-balance text-ink-soft">{words[relation]}</span>}
      <div className="mt-3 flex flex-wrap justify-center gap-2">
        {relation === 'none' && (
          <Button kind="cta" onClick={() => onAdd(card)}>
            {t('friends.find.add', { name: card.name })}
          </Button>
        )}
        <Button kind="quiet" onClick={() => onOpen(card)}>
          {t('friends.find.open')}
        </Button>
      </div>
    </div>
  );
}
