import { ListChecks } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';

export type PickBarProps = {
  /** how many are chosen; undefined while nobody is being chosen */
  count: number | undefined;
  onBegin: () => void;
  onRemove: () => void;
  onCancel: () => void;
};

/** At the foot of the member list, for those who may remove people: several at once. */
export function PickBar({ count, onBegin, onRemove, onCancel }: PickBarProps) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-none flex-wrap items-center justify-end gap-2 border-t border-line px-4 py-2">
      {count === undefined ? (
        <Button kind="ghost" size="small" icon={ListChecks} onClick={onBegin}>
          {t('community.members.pick')}
        </Button>
      ) : (
        <>
          <p role="status" className="min-w-24 flex-1 text-13 text-ink-soft">
            {count === 0 ? t('community.members.pickHint') : t('common.chosen', { count })}
          </p>
          <Button kind="quiet" size="small" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button kind="danger" size="small" isDisabled={count === 0} aria-haspopup="dialog" onClick={onRemove}>
            {t('guard.removeMany.confirm')}
          </Button>
        </>
      )}
    </div>
  );
}
