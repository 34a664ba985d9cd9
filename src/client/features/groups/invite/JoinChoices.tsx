import { DoorOpen, Link2, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questionMax } from '#domain/joinTraits.ts';
import { Badge } from '#client/ui/Badge.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { TextArea } from '#client/ui/TextArea.tsx';

export type JoinChoicesProps = {
  /** people who wait to be let in */
  waiting: number;
  hasApproval: boolean;
  /** question to who asks to come in */
  question: string;
  /** absent: not allowed, so not there */
  onLinks?: (() => void) | undefined;
  onRequests?: (() => void) | undefined;
  onApproval?: ((isOn: boolean) => void) | undefined;
  onQuestion?: ((question: string) => void) | undefined;
};

/** How people come into a group. */
export function JoinChoices(props: JoinChoicesProps) {
  const { waiting, hasApproval, question, onLinks, onRequests, onApproval, onQuestion } = props;
  const { t } = useTranslation();
  const hasRequests = onRequests !== undefined && (hasApproval || waiting > 0);
  if (!onLinks && !hasRequests && !onApproval) return null;
  return (
    <SettingsGroup>
      {onLinks && <SettingsRow icon={Link2} title={t('joining.links.open')} onClick={onLinks} />}
      {onApproval && (
        <SettingsRow
          icon={DoorOpen}
          title={t('joining.approval.title')}
          detail={t('joining.approval.text')}
          control={<Switch isOn={hasApproval} onChange={onApproval} />}
          below={
            hasApproval && onQuestion ? <Question key={question} question={question} onSave={onQuestion} /> : undefined
          }
        />
      )}
      {hasRequests && (
        <SettingsRow
          icon={UserCheck}
          title={t('joining.requests.title')}
          onClick={onRequests}
          end={waiting > 0 && <Badge count={waiting} label={t('joining.requests.waiting', { count: waiting })} />}
        />
      )}
    </SettingsGroup>
  );
}

function Question({ question, onSave }: { question: string; onSave: (question: string) => void }) {
  const { t } = useTranslation();
  const [value, setValue] = useState(question);
  return (
    <form
      className="grid gap-2 pt-3"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(value.trim());
      }}
    >
      <TextArea
        label={t('joining.approval.question')}
        hint={t('joining.approval.questionHint')}
        value={value}
        onChange={setValue}
        minRows={1}
        maxRows={4}
        maxLength={questionMax}
      />
      {value.trim() !== question && (
        <Button type="submit" kind="tonal" size="small">
          {t('common.save')}
        </Button>
      )}
    </form>
  );
}
