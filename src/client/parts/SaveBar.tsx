import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';

export type SaveBarProps = {
  /** what is about to change, in words */
  text: string;
  /** the form that it sends */
  form: string;
  isBusy: boolean;
  /** what the button does, where it is not simply to save */
  saveLabel?: string;
  onDiscard: () => void;
};

/** Stays at the foot of a page with unsaved changes: says what they are, keeps them or throws them away. */
export function SaveBar({ text, form, isBusy, saveLabel, onDiscard }: SaveBarProps) {
  const { t } = useTranslation();
  return (
    <div className="sticky bottom-0 z-2 -mx-4 -mb-6 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-surface px-4 py-3 [--plane:var(--surface)] tablet:bottom-3 tablet:mx-0 tablet:mb-0 tablet:rounded-card tablet:border tablet:shadow-layer">
      <p role="status" className="min-w-40 basis-full text-13 text-ink-soft tablet:flex-1 tablet:basis-0">
        {text}
      </p>
      <Button kind="quiet" isDisabled={isBusy} onClick={onDiscard}>
        {t('saving.discard')}
      </Button>
      <Button type="submit" form={form} isBusy={isBusy}>
        {saveLabel ?? t('common.save')}
      </Button>
    </div>
  );
}
