import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { useOneAct } from '#client/parts/useOneAct.ts';
import { Button } from '#client/ui/Button.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { MakerPart } from './MakerPart.tsx';
import { SecretCard } from './SecretCard.tsx';

export type AppSecretProps = { id: AppId };

/** A new secret for the app's server. The old one ends with it, so it is asked first. */
export function AppSecret({ id }: AppSecretProps) {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const act = useOneAct();
  const [isAsking, setAsking] = useState(false);
  const [token, setToken] = useState<string>();
  return (
    <MakerPart title={t('makers.secret.title')} text={t('makers.secret.what')}>
      {token === undefined ? (
        <div>
          <Button
            kind="quiet"
            aria-haspopup="dialog"
            onClick={() => {
              act.forget();
              setAsking(true);
            }}
          >
            {t('makers.secret.renew')}
          </Button>
        </div>
      ) : (
        <SecretCard token={token} onDone={() => setToken(undefined)} />
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('makers.secret.ask')}
        text={t('makers.secret.askText')}
        cancelLabel={t('common.cancel')}
        confirmLabel={t('makers.secret.renew')}
        isBusy={act.busyKey !== undefined}
        {...(act.problem ? { error: act.problem.text } : {})}
        onCancel={() => setAsking(false)}
        onConfirm={() =>
          void act.run(
            'renew',
            () => rpc('maker.secret', { app: id, op: newOp() }),
            (answer) => {
              setToken(answer.token);
              setAsking(false);
            },
          )
        }
      />
    </MakerPart>
  );
}
