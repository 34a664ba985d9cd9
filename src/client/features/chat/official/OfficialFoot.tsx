import { Bell, BellOff, ShieldCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { AppId } from '#protocol/ids.ts';
import { Button } from '#client/ui/Button.tsx';
import { LinkButton } from '#client/ui/LinkButton.tsx';

export type OfficialFootProps = {
  isMuted: boolean;
  onMute: (isMuted: boolean) => void;
  /** the app that writes here; undefined: not known on this device */
  app: AppId | undefined;
  onPassport: () => void;
};

/** Stands in the place of the composer where a mini-app writes: nobody reads answers, and its messages end with one press. */
export function OfficialFoot({ isMuted, onMute, app, onPassport }: OfficialFootProps) {
  const { t } = useTranslation();
  return (
    <div className="mx-auto flex w-full max-w-[calc(var(--column)+32px)] flex-none flex-wrap items-center justify-center gap-x-3 gap-y-2 px-4 pt-2 pb-[calc(16px+env(safe-area-inset-bottom))] text-13 text-ink-soft">
      <p className="text-center text-balance">{t('appCards.official.noReply')}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button kind="quiet" size="small" icon={isMuted ? Bell : BellOff} onClick={() => onMute(!isMuted)}>
          {isMuted ? t('appCards.official.unmute') : t('appCards.official.mute')}
        </Button>
        {app !== undefined && (
          <LinkButton
            kind="quiet"
            size="small"
            icon={ShieldCheck}
            href={`/apps/${app}/passport`}
            onClick={(event) => {
              event.preventDefault();
              onPassport();
            }}
          >
            {t('appCards.official.passport')}
          </LinkButton>
        )}
      </div>
    </div>
  );
}
