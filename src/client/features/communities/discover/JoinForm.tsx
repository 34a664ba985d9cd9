import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMemberName, communityLimits } from '#domain/communityRules.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Checkbox } from '#client/ui/Checkbox.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { memberNameText } from '../memberNameText.ts';
import { RulesText } from '../RulesText.tsx';

export interface JoinInput {
  name: string;
  code?: string;
}

export type JoinFormProps = {
  title: string;
  needsCode: boolean;
  rules: string | undefined;
  isBusy: boolean;
  /** the name that somebody there has already, or one that looks like it */
  taken: string | undefined;
  /** the code that did not open it */
  wrongCode: string | undefined;
  /** why it did not work, in words */
  problem: string | undefined;
  onJoin: (input: JoinInput) => void;
  onClose: () => void;
};

/** Comes into a community: a name for there, its code where it has one, and its rules. */
export function JoinForm(props: JoinFormProps) {
  const { title, needsCode, rules, isBusy, taken, wrongCode, problem, onJoin, onClose } = props;
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const form = useId();
  const checked = checkMemberName(name);
  const isCodeMissing = needsCode && code.trim() === '';
  const isRefused = rules !== undefined && !isAgreed;
  const nameError =
    taken !== undefined && checked.value === taken
      ? t('error.NAME_TAKEN')
      : isAsked
        ? memberNameText(t, checked.problem)
        : undefined;
  const codeError =
    wrongCode !== undefined && code.trim() === wrongCode
      ? t('discover.wrongCode')
      : isAsked && isCodeMissing
        ? t('discover.codeMissing')
        : undefined;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('discover.joinTitle', { title })}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" form={form} isBusy={isBusy}>
            {t('discover.join')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid grid-cols-1 gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (checked.problem !== undefined || isCodeMissing || isRefused || isBusy) return;
          onJoin({ name: checked.value, ...(needsCode ? { code: code.trim() } : {}) });
        }}
      >
        <TextField
          label={t('community.name.label')}
          hint={t('community.name.hint', { count: communityLimits.name })}
          value={name}
          onChange={setName}
          autoComplete="off"
          hasAutoFocus
          {...(nameError === undefined ? {} : { error: nameError })}
        />
        {needsCode && (
          <TextField
            label={t('discover.code')}
            hint={t('discover.codeHint')}
            value={code}
            onChange={setCode}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...(codeError === undefined ? {} : { error: codeError })}
          />
        )}
        {rules !== undefined && (
          <div>
            <SectionLabel>{t('community.rules')}</SectionLabel>
            <div className="mb-2 rounded-card bg-surface-sunken p-3 text-13">
              <RulesText rules={rules} />
            </div>
            <Checkbox isTicked={isAgreed} onChange={setAgreed} label={t('discover.agree')} />
            <p role="alert" className="text-13 text-danger empty:hidden">
              {isAsked && isRefused ? t('discover.agreeMissing') : null}
            </p>
          </div>
        )}
      </form>
      {problem && (
        <div className="mt-4">
          <Banner role="alert">{problem}</Banner>
        </div>
      )}
    </Dialog>
  );
}
