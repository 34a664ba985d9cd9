import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useEntryServices } from '#client/context.ts';
import { copyText } from '#client/parts/copyText.ts';
import { useCopied } from '#client/parts/useCopied.ts';
import { Button } from '#client/ui/Button.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { AuthFrame } from './AuthFrame.tsx';
import { LeftTextItem } from './LeftTextItem.tsx';
import { leftTexts } from './leftTexts.ts';
import { toTag } from './toTag.ts';

/** This device was logged out from elsewhere: says so, and offers what was not sent before it goes too. */
export function RemovedPage() {
  const { t, i18n } = useTranslation();
  const entry = useEntryServices();
  const [, navigate] = useLocation();
  const session = useStore(entry.session);
  const [isAsking, setAsking] = useState(false);
  const texts = leftTexts(session.left);
  const [isAllCopied, tellAll] = useCopied();
  return (
    <AuthFrame language={toTag(i18n.language)} onLanguage={(language) => entry.setPrefs({ language })}>
      <div role="status">
        <h1 className="text-28 font-bold tracking-tight text-balance">{t('auth.removed.title')}</h1>
        <p className="mt-2 text-ink-soft">{t('auth.removed.text')}</p>
      </div>
      {texts.length > 0 && (
        <section aria-labelledby="left-texts" className="mt-6">
          <h2 id="left-texts" className="text-17 font-[650]">
            {t('auth.removed.unsent', { count: texts.length })}
          </h2>
          <p className="mt-1 mb-3 text-13 text-ink-soft">
            {t('auth.removed.unsentText', { name: session.account?.name ?? '' })}
          </p>
          <ul className="grid gap-2">
            {texts.map(({ key, text, to }) => (
              <LeftTextItem
                key={key}
                text={text}
                line={to === undefined ? undefined : t('tray.to', { title: to })}
                readerLang={i18n.language}
                labels={{
                  copy: t('tray.copy'),
                  copied: t('chat.actions.copied'),
                  notCopied: t('chat.actions.notCopied'),
                }}
                onCopy={() => copyText(text)}
              />
            ))}
          </ul>
        </section>
      )}
      <div className="mt-6 flex flex-wrap gap-2">
        <Button onClick={() => navigate('/login')}>{t('auth.removed.logIn')}</Button>
        {texts.length > 1 && (
          <Button kind="tonal" onClick={() => void copyText(texts.map(({ text }) => text).join('\n\n')).then(tellAll)}>
            {isAllCopied ? t('chat.actions.copied') : t('auth.removed.copyAll')}
          </Button>
        )}
        {texts.length > 0 && (
          <Button kind="quiet" onClick={() => setAsking(true)}>
            {t('auth.removed.discard')}
          </Button>
        )}
      </div>
      <p role="alert" className="mt-2 text-13 text-danger empty:hidden">
        {isAllCopied === false && t('chat.actions.notCopied')}
      </p>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('auth.removed.ask.title')}
        text={t('auth.removed.ask.text')}
        confirmLabel={t('tray.discardAsk.confirm')}
        cancelLabel={t('tray.discardAsk.cancel')}
        tone="danger"
        onConfirm={() => {
          setAsking(false);
          void entry.forgetLeft();
        }}
        onCancel={() => setAsking(false)}
      />
    </AuthFrame>
  );
}
