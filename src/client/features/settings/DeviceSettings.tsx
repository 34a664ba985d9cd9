import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeviceInfo } from '#protocol/entities/user.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { DeviceList } from './DeviceList.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';

const ConfirmDialog = lazyPart(() => import('#client/ui/ConfirmDialog.tsx').then((file) => file.ConfirmDialog));
const AHEAD = [ConfirmDialog];

/** My devices, and the way to log them out. Needs the network: what is not here cannot be known. */
export function DeviceSettings() {
  const { t } = useTranslation();
  const services = useServices();
  usePreload(AHEAD);
  const [devices, setDevices] = useState<readonly DeviceInfo[]>();
  const [problem, setProblem] = useState<string>();
  const [question, setQuestion] = useState<DeviceInfo | 'others'>();
  const [dialog, setDialog] = useState<{ isBusy: boolean; error?: string }>({ isBusy: false });
  const comebacks = useComebacks();
  const [round, setRound] = useState(0);
  const load = () => setRound((count) => count + 1);
  useEffect(() => {
    let isGone = false;
    void services.rpc('device.list', {}).then((answer) => {
      if (isGone) return;
      setProblem(answer.ok ? undefined : problemText(t, answer));
      if (answer.ok) setDevices(answer.data.items);
    });
    return () => {
      isGone = true;
    };
  }, [services, t, round, comebacks]);

  const logOut = async (target: DeviceInfo | 'others') => {
    setDialog({ isBusy: true });
    const which = target === 'others' ? { others: true as const } : { id: target.id };
    const answer = await services.rpc('device.revoke', { ...which, op: services.newOp() });
    // Somebody else may have logged it out meanwhile: that is what was wanted.
    if (answer.ok || answer.code === 'NOT_FOUND') {
      setQuestion(undefined);
      setDialog({ isBusy: false });
      load();
    } else setDialog({ isBusy: false, error: problemText(t, answer) });
  };
  const ask = (target: DeviceInfo | 'others') => {
    setDialog({ isBusy: false });
    setQuestion(target);
  };
  const name = typeof question === 'object' ? question.name || t('settings.devices.unnamed') : '';
  const kind = question === 'others' ? 'askOthers' : 'askOne';
  return (
    <section>
      <h2 className="mb-1 text-17 font-[650]">{t('settings.devices.title')}</h2>
      <p className="mb-3 max-w-[60ch] text-13 text-pretty text-ink-soft">{t('settings.devices.text')}</p>
      {problem && (
        <div className="mb-4">
          <Banner
            role="status"
            action={
              <Button kind="quiet" size="small" onClick={load}>
                {t('common.tryAgain')}
              </Button>
            }
          >
            {problem}
          </Banner>
        </div>
      )}
      {devices ? (
        <DeviceList devices={devices} now={services.serverNow()} onLogOut={ask} />
      ) : (
        !problem && <SkeletonRows label={t('settings.devices.loading')} count={2} avatar={40} />
      )}
      {devices && devices.length === 1 && <p className="text-13 text-ink-soft">{t('settings.devices.onlyThis')}</p>}
      {devices && devices.length > 1 && (
        <Button kind="dangerQuiet" aria-haspopup="dialog" onClick={() => ask('others')}>
          {t('settings.devices.others')}
        </Button>
      )}
      {question && (
        <ConfirmDialog
          isOpen
          title={t(`settings.devices.${kind}.title`, { name })}
          text={t(`settings.devices.${kind}.text`)}
          confirmLabel={t('settings.devices.logOut')}
          cancelLabel={t('common.cancel')}
          tone="danger"
          {...dialog}
          onConfirm={() => void logOut(question)}
          onCancel={() => setQuestion(undefined)}
        />
      )}
    </section>
  );
}
