import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useLocation } from 'wouter';
import { useServices } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { HealthStrip } from '#client/ui/HealthStrip.tsx';
import type { HealthStripProps } from '#client/ui/HealthStrip.tsx';
import type { Translate } from '#client/parts/systemText.ts';
import { clockTime } from '#client/parts/timeTexts.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { GRACE_MS, toStrip } from './toStrip.ts';
import type { Strip } from './toStrip.ts';

const TrayPane = lazyPart(() => import('./TrayPane.tsx').then((m) => m.TrayPane));
/** The tray is wanted most when the network is gone. */
const AHEAD = [TrayPane];

/** The strip above everything right of the rail, and the tray of what has not left. Nothing while all is well. */
export function HealthPane() {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const health = useStore(services.stores.health);
  const session = useStore(services.stores.session, ({ state }) => state);
  usePreload(AHEAD);
  const [isTrayOpen, setTrayOpen] = useState(false);
  const now = useClock(health.status.downSince);
  const strip = toStrip({ health, session, now });
  const { waiting, failed } = health;
  const counts = [
    waiting > 0 ? t('health.waiting', { count: waiting }) : undefined,
    failed > 0 ? t('health.failed', { count: failed }) : undefined,
  ].filter(Boolean);
  return (
    <>
      {strip && (
        <HealthStrip
          {...toWords(t, strip, i18n.language, failed)}
          {...(counts.length > 0 && strip.kind !== 'failed' ? { waiting: counts.join(' · ') } : {})}
          action={
            <Actions
              strip={strip}
              hasEntries={waiting + failed > 0}
              labels={{
                show: t('health.show'),
                tryNow: t('health.tryNow'),
                logIn: t('health.logIn'),
                reload: t('health.reload'),
              }}
              onShow={() => setTrayOpen(true)}
              onTryNow={() => services.reconnect()}
              onLogIn={() => navigate('/login')}
              onReload={() => services.applyUpdate()}
            />
          }
        />
      )}
      {isTrayOpen && <TrayPane onClose={() => setTrayOpen(false)} />}
    </>
  );
}

type ActionsProps = {
  strip: Strip;
  hasEntries: boolean;
  labels: { show: string; tryNow: string; logIn: string; reload: string };
  onShow: () => void;
  onTryNow: () => void;
  onLogIn: () => void;
  onReload: () => void;
};

function Actions({ strip, hasEntries, labels, onShow, onTryNow, onLogIn, onReload }: ActionsProps) {
  const button = (label: string, onClick: () => void) => (
    <Button kind="ghost" size="small" onClick={onClick}>
      {label}
    </Button>
  );
  return (
    <span className="flex flex-none">
      {strip.kind === 'reconnecting' && !hasEntries && button(labels.tryNow, onTryNow)}
      {strip.kind === 'ended' && button(labels.logIn, onLogIn)}
      {(strip.kind === 'updateReady' || strip.kind === 'outdated') && button(labels.reload, onReload)}
      {hasEntries && button(labels.show, onShow)}
    </span>
  );
}

function toWords(
  t: Translate,
  strip: Strip,
  language: string,
  failed: number,
): Pick<HealthStripProps, 'title' | 'what' | 'tone'> {
  switch (strip.kind) {
    case 'ended':
      return { title: t('health.signedOut'), what: t('health.signedOutWhat'), tone: 'danger' };
    case 'outdated':
      return { title: t('health.outdated'), what: t('health.outdatedWhat'), tone: 'danger' };
    case 'memoryOnly':
      return { title: t('health.memoryOnly'), what: t('health.memoryOnlyWhat'), tone: 'danger' };
    case 'updateReady':
      return { title: t('health.updateReady'), tone: 'ok' };
    case 'failed':
      return { title: t('health.failed', { count: failed }), tone: 'danger' };
    default: {
      const title =
        strip.backAt === undefined
          ? t(`health.${strip.kind}`)
          : t('health.backAt', { time: clockTime(strip.backAt, language) });
      return { title, what: t('health.works'), tone: 'warn' };
    }
  }
}

/** The time, again when the grace after a loss is over. */
function useClock(downSince: number | undefined): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (downSince === undefined) return undefined;
    const timer = setTimeout(() => setNow(Date.now()), Math.max(0, downSince + GRACE_MS - Date.now()) + 20);
    return () => clearTimeout(timer);
  }, [downSince]);
  return now;
}
