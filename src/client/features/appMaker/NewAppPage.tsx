import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ActFailure } from '#client/parts/ActFailure.tsx';
import { useOneAct } from '#client/parts/useOneAct.ts';
import { MakerPage } from './MakerPage.tsx';
import { MakerPart } from './MakerPart.tsx';
import { NewAppForm } from './NewAppForm.tsx';
import { SecretCard } from './SecretCard.tsx';
import { useAppHost } from './useAppHost.ts';

/** `/apps/make/new`: an id, then the secret of the new app. */
export function NewAppPage() {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const [, navigate] = useLocation();
  const place = useAppHost(undefined);
  const act = useOneAct();
  const [taken, setTaken] = useState<AppId>();
  const [made, setMade] = useState<{ id: AppId; token: string }>();
  const create = (app: AppId) =>
    act.run(
      'create',
      async () => {
        const answer = await rpc('maker.create', { app, op: newOp() });
        if (!answer.ok && answer.code === 'NAME_TAKEN') setTaken(app);
        return answer;
      },
      ({ app: { id }, token }) => setMade({ id, token }),
    );
  // The general words for this code are about people's names.
  const problem = act.problem?.code === 'NAME_TAKEN' ? undefined : act.problem;
  return (
    <MakerPage title={t('makers.new.title')} back={{ href: '/apps/make', label: t('makers.backToList') }}>
      {made ? (
        <MakerPart title={t('makers.secret.title')} text={t('makers.secret.what')}>
          <SecretCard token={made.token} onDone={() => navigate(`/apps/make/${made.id}`)} />
        </MakerPart>
      ) : (
        <MakerPart title={t('makers.new.choose')} text={t('makers.new.text')}>
          <ActFailure problem={problem?.code === 'FULL' ? { text: t('makers.new.full') } : problem} />
          <NewAppForm
            place={place}
            isBusy={act.busyKey !== undefined}
            taken={taken}
            onCreate={(id) => void create(id)}
          />
        </MakerPart>
      )}
    </MakerPage>
  );
}
