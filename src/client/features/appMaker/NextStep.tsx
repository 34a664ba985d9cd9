import { Eye, Send, Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { makerChoices } from '#domain/manifestForms.ts';
import type { AppVersion } from '#protocol/entities/miniApps.ts';
import { ActFailure } from '#client/parts/ActFailure.tsx';
import type { ActProblem } from '#client/parts/useOneAct.ts';
import { Button } from '#client/ui/Button.tsx';
import { MakerPart } from './MakerPart.tsx';

export type NextStepProps = {
  /** the version that is written or waits */
  version: AppVersion;
  /** there are changes that the server does not have */
  isDirty: boolean;
  isBusy: boolean;
  problem: Pick<ActProblem, 'text' | 'detail'> | undefined;
  /** opens it for me alone */
  onTry: (() => void) | undefined;
  onSubmit: (isGiven: boolean) => void;
};

/** What can be done with the version that nobody has yet. */
export function NextStep({ version, isDirty, isBusy, problem, onTry, onSubmit }: NextStepProps) {
  const { t } = useTranslation();
  const isWaiting = version.st === makerChoices.versionState.review;
  const text = isWaiting ? t('makers.next.waiting') : isDirty ? t('makers.next.dirty') : t('makers.next.draft');
  return (
    <MakerPart title={t('makers.version', { n: version.n })} text={text}>
      <ActFailure problem={problem} />
      <div className="flex flex-wrap gap-2 max-tablet:*:flex-auto">
        {onTry && (
          <Button kind="tonal" icon={Eye} isDisabled={isDirty} onClick={onTry}>
            {t('makers.next.try')}
          </Button>
        )}
        {isWaiting ? (
          <Button kind="quiet" icon={Undo2} isBusy={isBusy} onClick={() => onSubmit(false)}>
            {t('makers.next.takeBack')}
          </Button>
        ) : (
          <Button icon={Send} isIconMirrored isBusy={isBusy} isDisabled={isDirty} onClick={() => onSubmit(true)}>
            {t('makers.next.submit')}
          </Button>
        )}
      </div>
    </MakerPart>
  );
}
