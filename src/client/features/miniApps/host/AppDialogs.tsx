import { useTranslation } from 'react-i18next';
import type { Words } from '#client/locales/texts.ts';
import { Face } from '#client/parts/Face.tsx';
import { Button } from '#client/ui/Button.tsx';
import { AppPrompt } from './AppPrompt.tsx';
import type { AppDialog } from './AppState.ts';
import { PopupWindow } from './PopupWindow.tsx';
import { ScanWindow, type ScanWindowProps } from './ScanWindow.tsx';
import type { AppId } from '#protocol/ids.ts';

export type AppDialogsProps = {
  dialog: AppDialog;
  /** `sendsAnywhere`: its page may send what it learns to any host */
  app: { id: AppId; name: string; icon: string | undefined; sendsAnywhere?: boolean };
  /** the person: what is shown when name and picture are asked for */
  me: { name: string; face: string };
  /** the answer; undefined: no answer */
  onAnswer: (choice: string | undefined) => void;
  watchCamera: ScanWindowProps['watchCamera'];
  onScanned: (text: string) => void;
};

/** Whatever lies over a page: what it wants, shown in our words, or its own window. */
export function AppDialogs({ dialog, app, me, onAnswer, watchCamera, onScanned }: AppDialogsProps) {
  const { t } = useTranslation();
  const away = () => onAnswer(undefined);
  switch (dialog.kind) {
    case 'popup':
      return <PopupWindow popup={dialog.popup} appName={app.name} onAnswer={onAnswer} />;
    case 'scan':
      return (
        <ScanWindow name={app.name} text={dialog.text} watchCamera={watchCamera} onText={onScanned} onClose={away} />
      );
    case 'scope':
      return <ScopePrompt dialog={dialog} app={app} me={me} onAnswer={onAnswer} />;
    case 'share':
      // It is about the person's chats, not about the page: see `SharePane`.
      return null;
    default:
      break;
  }
  const words = wordsOf(dialog, app.name, t);
  return (
    <AppPrompt
      app={app}
      title={words.title}
      onAway={away}
      actions={
        <>
          <Button kind="quiet" size="large" isWide onClick={away}>
            {words.no}
          </Button>
          <Button
            kind={dialog.kind === 'leave' ? 'danger' : 'filled'}
            size="large"
            isWide
            onClick={() => onAnswer(words.choice)}
          >
            {words.yes}
          </Button>
        </>
      }
    >
      {words.text}
    </AppPrompt>
  );
}

function ScopePrompt({
  dialog,
  app,
  me,
  onAnswer,
}: Pick<AppDialogsProps, 'app' | 'me' | 'onAnswer'> & { dialog: Extract<AppDialog, { kind: 'scope' }> }) {
  const { t } = useTranslation();
  const { scope, reason } = dialog;
  return (
    <AppPrompt
      app={app}
      beside={<Face face={me.face} name={me.name} size={48} />}
      title={t(`appHost.scope.title.${scope}`, { name: app.name })}
      onAway={() => onAnswer(undefined)}
      actions={
        <>
          <Button kind="quiet" size="large" isWide onClick={() => onAnswer('deny')}>
            {t('appHost.scope.deny')}
          </Button>
          <Button size="large" isWide onClick={() => onAnswer('allow')}>
            {t('appHost.scope.allow')}
          </Button>
        </>
      }
    >
      <p>{t('appHost.scope.reason', { reason })}</p>
      {scope === 'contact' && <p>{t('appHost.scope.contact')}</p>}
      {app.sendsAnywhere && <p className="font-semibold text-warn">{t('apps.passport.anywhere')}</p>}
      <p>{t('appHost.scope.never')}</p>
      {scope === 'profile' && (
        <div className="mt-3 flex items-center gap-2 rounded-card bg-hover p-2 text-start">
          <Face face={me.face} name={me.name} size={36} />
          <span className="grid min-w-0">
            <b dir="auto" className="truncate text-13 font-semibold text-ink">
              {me.name}
            </b>
            <span className="text-12">{t('appHost.scope.asFriends')}</span>
          </span>
        </div>
      )}
    </AppPrompt>
  );
}

type Plain = Exclude<AppDialog, { kind: 'popup' | 'scan' | 'scope' | 'share' }>;

/** `choice`: what "yes" means to whoever asked. */
function wordsOf(dialog: Plain, name: string, t: Words) {
  switch (dialog.kind) {
    case 'link': {
      const { host } = new URL(dialog.url);
      return {
        title: t('appHost.link.title', { host }),
        text: (
          <>
            <p>{t('appHost.link.text', { name })}</p>
            <p
              dir="ltr"
              className="mt-2 max-h-24 overflow-y-auto rounded-card bg-hover p-2 text-start text-12 break-all"
            >
              {dialog.url}
            </p>
          </>
        ),
        yes: t('appHost.link.open'),
        no: t('appHost.stay'),
        choice: 'open',
      };
    }
    case 'download':
      return {
        title: t('appHost.download.title', { file: dialog.name }),
        text: t('appHost.download.text', { host: new URL(dialog.url).host }),
        yes: t('appHost.download.open'),
        no: t('common.cancel'),
        choice: 'open',
      };
    case 'paste':
      return {
        title: t('appHost.paste.title', { name }),
        text: t('appHost.paste.text'),
        yes: t('appHost.paste.paste'),
        no: t('common.cancel'),
        choice: 'paste',
      };
    case 'pin':
      return {
        title: t('appHost.pin.title', { name }),
        text: t('appHost.pin.text'),
        yes: t('appHost.pin.pin'),
        no: t('common.cancel'),
        choice: 'pin',
      };
    case 'leave':
      return {
        title: t('appHost.leave.title', { name }),
        text: t('appHost.leave.text'),
        yes: t('appHost.leave.leave'),
        no: t('appHost.stay'),
        choice: 'leave',
      };
  }
}
