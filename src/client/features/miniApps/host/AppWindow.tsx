import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';
import { AppDialogs, type AppDialogsProps } from './AppDialogs.tsx';
import { AppFoot } from './AppFoot.tsx';
import { AppHead, type AppHeadProps } from './AppHead.tsx';
import { AppLoader } from './AppLoader.tsx';
import type { AppState } from './AppState.ts';
import { AppTroubleView } from './AppTroubleView.tsx';

export type AppWindowProps = Pick<AppHeadProps, 'id' | 'name' | 'icon' | 'host' | 'entries' | 'onMinimise'> &
  Pick<AppDialogsProps, 'me' | 'watchCamera' | 'onScanned' | 'onAnswer'> & {
    state: AppState;
    /** why the server refused, in words */
    detail: string | undefined;
    onPress: (button: 'main' | 'second' | 'back') => void;
    onLook: () => void;
    onAgain: () => void;
    onClose: () => void;
    /** the frame with the page */
    children?: ReactNode;
  };

/** A word of ours between head and page. */
const noteClass = 'flex flex-none items-center gap-2 border-b border-line bg-brand-soft py-2 ps-4 pe-2 text-13';

/** An open mini-app: our head, its page, our buttons; what it asks lies over the page only. */
export function AppWindow(props: AppWindowProps) {
  const { state, id, name, icon, host, entries, children, onPress, onClose, onMinimise, onLook, onAgain, onAnswer } =
    props;
  const { t } = useTranslation();
  const { phase, dialog, isAsking, trouble } = state;
  const sendsAnywhere = state.launch?.any === 1;
  const isCovered = dialog !== undefined && !isAsking;
  return (
    <section
      aria-label={t('appHost.window', { name })}
      className="flex size-full min-h-0 flex-col bg-surface text-ink [--plane:var(--surface)]"
    >
      <AppHead
        {...{ id, name, icon, host, entries, onMinimise, onClose }}
        live={state.allow}
        sendsAnywhere={sendsAnywhere}
        hasBack={state.hasBack}
        color={state.headerColor}
        onBack={() => onPress('back')}
      />
      {state.isSilent && (
        <div role="status" className={noteClass}>
          <span className="min-w-0 flex-1 wrap-anywhere">{t('appHost.silent.text', { name })}</span>
          <Button size="small" onClick={onAgain}>
            {t('appHost.silent.again')}
          </Button>
        </div>
      )}
      {isAsking && (
        <div role="status" className={noteClass}>
          <span className="min-w-0 flex-1 wrap-anywhere">{t('appHost.asks.text', { name })}</span>
          <Button size="small" onClick={onLook}>
            {t('appHost.asks.look')}
          </Button>
          <Button size="small" kind="quiet" onClick={() => onAnswer(undefined)}>
            {t('appHost.asks.notNow')}
          </Button>
        </div>
      )}
      <div
        className="relative min-h-0 flex-1 overflow-hidden"
        style={state.backgroundColor ? { background: state.backgroundColor } : undefined}
      >
        <div inert={isCovered} className={cx('size-full', isCovered && 'pointer-events-none')}>
          {children}
        </div>
        {phase !== 'ready' && phase !== 'trouble' && <AppLoader {...{ id, name, icon }} isSlow={state.isSlow} />}
        {trouble && (
          <div className="absolute inset-0 bg-surface">
            <AppTroubleView name={name} trouble={trouble} detail={props.detail} onAgain={onAgain} onClose={onClose} />
          </div>
        )}
        {isCovered && (
          <AppDialogs
            dialog={dialog}
            app={{ id, name, icon, sendsAnywhere }}
            me={props.me}
            onAnswer={onAnswer}
            watchCamera={props.watchCamera}
            onScanned={props.onScanned}
          />
        )}
      </div>
      {phase === 'ready' && (
        <AppFoot
          main={state.main}
          second={state.second}
          secondAt={state.secondAt}
          bottomColor={state.bottomColor}
          isOff={isCovered}
          onMain={() => onPress('main')}
          onSecond={() => onPress('second')}
        />
      )}
    </section>
  );
}
