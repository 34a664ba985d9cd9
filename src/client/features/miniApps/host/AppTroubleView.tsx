import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import type { AppTrouble } from './AppState.ts';

export type AppTroubleViewProps = {
  name: string;
  trouble: AppTrouble;
  /** why, in words, where the server gave a reason of its own */
  detail: string | undefined;
  onAgain: () => void;
  onClose: () => void;
};

/** Where a page should be and cannot: what happened, what is safe, what can be done. */
export function AppTroubleView({ name, trouble, detail, onAgain, onClose }: AppTroubleViewProps) {
  const { t } = useTranslation();
  const { kind } = trouble;
  const isFinal = kind === 'closed' || kind === 'gone' || kind === 'missing';
  return (
    <EmptyState
      isCentred
      level={3}
      title={t(`appHost.trouble.${kind}.title`, { name })}
      text={detail ?? t(`appHost.trouble.${kind}.text`, { name })}
      action={
        <Button kind={isFinal ? 'quiet' : 'filled'} onClick={isFinal ? onClose : onAgain}>
          {isFinal ? t('common.close') : t('common.tryAgain')}
        </Button>
      }
    />
  );
}
