import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { useOneAct } from '#client/parts/useOneAct.ts';
import { Button } from '#client/ui/Button.tsx';
import { MakerPart } from './MakerPart.tsx';
import { RemoveAppDialog } from './RemoveAppDialog.tsx';

export type AppRemovalProps = { id: AppId; people: number; onRemoved: () => void };

/** The end of an app. */
export function AppRemoval({ id, people, onRemoved }: AppRemovalProps) {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const act = useOneAct();
  const [isAsking, setAsking] = useState(false);
  return (
    <MakerPart title={t('makers.remove.title')} text={t('makers.remove.text')}>
      <div>
        <Button
          kind="danger"
          aria-haspopup="dialog"
          onClick={() => {
            act.forget();
            setAsking(true);
          }}
        >
          {t('makers.remove.button')}
        </Button>
      </div>
      {isAsking && (
        <RemoveAppDialog
          id={id}
          people={people}
          isBusy={act.busyKey !== undefined}
          problem={act.problem?.text}
          onClose={() => setAsking(false)}
          onRemove={() => void act.run('remove', () => rpc('maker.remove', { app: id, op: newOp() }), onRemoved)}
        />
      )}
    </MakerPart>
  );
}
