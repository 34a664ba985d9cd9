import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkMemberName, communityLimits } from '#domain/communityRules.ts';
import { noteMax } from '#domain/joinTraits.ts';
import { textLang } from '#client/parts/textLang.ts';
import { Checkbox } from '#client/ui/Checkbox.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { memberNameText } from './memberNameText.ts';
import { RulesText } from './RulesText.tsx';

/** What somebody says who comes into a community. */
export interface EnterInput {
  name: string;
  code?: string;
  note?: string;
}

export type EnterFormProps = {
  /** for the button that sends it, wherever that is */
  id: string;
  needsCode: boolean;
  /** somebody there has to let people in */
  asks: boolean;
  /** what they are asked then */
  question: string | undefined;
  rules: string | undefined;
  /** the name that somebody there has already, or one that looks like it */
  taken: string | undefined;
  /** the code that did not open it */
  wrongCode: string | undefined;
  hasAutoFocus?: boolean;
  onEnter: (input: EnterInput) => void;
};

/** The way into a community: a name for there, its code and its question where it has them, and its rules. */
export function EnterForm(props: EnterFormProps) {
  const { id, needsCode, asks, rules, taken, wrongCode, hasAutoFocus = false, onEnter } = props;
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [note, setNote] = useState('');
  const [isAgreed, setAgreed] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const checked = checkMemberName(name);
  const isCodeMissing = needsCode && code.trim() === '';
  const isRefused = rules !== undefined && !isAgreed;
  const nameError =
    taken !== undefined && checked.value === taken
      ? t('error.NAME_TAKEN')
      : isAsked
        ? memberNameText(t, checked.problem)
        : undefined;
  return (
    <form
      id={id}
      noValidate
      className="grid grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (checked.problem !== undefined || isCodeMissing || isRefused) return;
        onEnter({
          name: checked.value,
          ...(needsCode ? { code: code.trim() } : {}),
          ...(asks && note.trim() !== '' ? { note: note.trim() } : {}),
        });
      }}
    >
      <TextField
        label={t('community.name.label')}
        hint={t('community.name.hint', { count: communityLimits.name })}
        value={name}
        onChange={setName}
        autoComplete="off"
        hasAutoFocus={hasAutoFocus}
        {...(nameError === undefined ? {} : { error: nameError })}
      />
      {needsCode && <Code code={code} wrong={wrongCode} isMissing={isAsked && isCodeMissing} onChange={setCode} />}
      {asks && <Answer question={props.question} note={note} onChange={setNote} />}
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
  );
}

type CodeProps = { code: string; wrong: string | undefined; isMissing: boolean; onChange: (code: string) => void };

function Code({ code, wrong, isMissing, onChange }: CodeProps) {
  const { t } = useTranslation();
  const isWrong = wrong !== undefined && code.trim() === wrong;
  const error = isWrong ? t('discover.wrongCode') : isMissing ? t('discover.codeMissing') : undefined;
  return (
    <TextField
      label={t('discover.code')}
      hint={t('discover.codeHint')}
      value={code}
      onChange={onChange}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      {...(error === undefined ? {} : { error })}
    />
  );
}

type AnswerProps = { question: string | undefined; note: string; onChange: (note: string) => void };

function Answer({ question, note, onChange }: AnswerProps) {
  const { t, i18n } = useTranslation();
  return (
    <div className="grid grid-cols-1 gap-2">
      {question !== undefined && (
        <p lang={textLang(question, i18n.language)} dir="auto" className="font-semibold wrap-anywhere">
          {question}
        </p>
      )}
      <TextArea
        label={question === undefined ? t('discover.note') : t('discover.answer')}
        hint={t('discover.asks')}
        value={note}
        onChange={onChange}
        minRows={2}
        maxRows={6}
        maxLength={noteMax}
      />
    </div>
  );
}
