import { Check, Copy, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyText } from '#client/parts/copyText.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';

export type SecretCardProps = {
  token: string;
  /** the person has kept it: it is not shown again */
  onDone: () => void;
};

/** The secret of an app's server, this once: nobody can look it up later, also not the server. */
export function SecretCard({ token, onDone }: SecretCardProps) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState<boolean>();
  return (
    <div className="grid gap-3">
      <Banner tone="warn" icon={KeyRound} title={t('makers.secret.onceTitle')}>
        {t('makers.secret.once')}
      </Banner>
      <p
        dir="ltr"
        aria-label={t('makers.secret.label')}
        role="group"
        className="rounded-control bg-surface-sunken px-3 py-2 font-mono text-13 break-all text-ink select-all"
      >
        {token}
      </p>
      <div className="flex flex-wrap gap-2 max-tablet:*:flex-auto">
        <Button kind="tonal" icon={isCopied ? Check : Copy} onClick={() => void copyText(token).then(setCopied)}>
          {isCopied ? t('makers.secret.copied') : t('makers.secret.copy')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('makers.secret.done')}
        </Button>
      </div>
      <p role="alert" className="text-13 text-danger empty:hidden">
        {isCopied === false && t('chat.actions.notCopied')}
      </p>
      <span aria-live="polite" className="sr-only">
        {isCopied && t('makers.secret.copied')}
      </span>
    </div>
  );
}
