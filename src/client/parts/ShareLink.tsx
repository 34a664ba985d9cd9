import { Check, Copy, Share2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { copyText } from './copyText.ts';

export type ShareLinkProps = {
  url: string;
  /** what is shared, for the sheet of the system */
  title: string;
};

/** A link to take along: shown whole, copied, or handed to another app where the system can. */
export function ShareLink({ url, title }: ShareLinkProps) {
  const { t } = useTranslation();
  const [tried, setTried] = useState<{ url: string; isCopied: boolean }>();
  /** undefined: this link was not copied yet */
  const isCopied = tried?.url === url ? tried.isCopied : undefined;
  const canShare = 'share' in navigator;
  // Taking the sheet away again is no failure worth a word.
  const share = () => void navigator.share({ url, title }).catch(() => undefined);
  return (
    <div className="grid w-full min-w-0 gap-3">
      <p
        dir="ltr"
        className="rounded-control bg-surface-sunken px-3 py-2 text-13 break-all text-ink-soft select-all [unicode-bidi:plaintext]"
      >
        {url}
      </p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button
          kind="tonal"
          icon={isCopied ? Check : Copy}
          onClick={() => void copyText(url).then((worked) => setTried({ url, isCopied: worked }))}
        >
          {isCopied ? t('joining.copied') : t('joining.copy')}
        </Button>
        {canShare && (
          <Button kind="quiet" icon={Share2} onClick={share}>
            {t('joining.share')}
          </Button>
        )}
      </div>
      <p role="alert" className="text-center text-13 text-danger empty:hidden">
        {isCopied === false && t('chat.actions.notCopied')}
      </p>
      <span aria-live="polite" className="sr-only">
        {isCopied && t('joining.copied')}
      </span>
    </div>
  );
}
