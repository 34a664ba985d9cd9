import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices, type StorageReport } from '#client/context.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import { StorageUsage } from './StorageUsage.tsx';
import { StoredChats, type StoredChat } from './StoredChats.tsx';
import { StoredMedia } from './StoredMedia.tsx';
import { useStoredChats } from './useStoredChats.ts';

const ConfirmDialog = lazyPart(() => import('#client/ui/ConfirmDialog.tsx').then((file) => file.ConfirmDialog));
const AHEAD = [ConfirmDialog];

/** What this device keeps, and how to get rid of it. */
export function StorageSettings() {
  const { t } = useTranslation();
  const { storage, stores } = useServices();
  const isMemoryOnly = useStore(stores.health, (health) => health.memoryOnly);
  usePreload(AHEAD);
  const [report, setReport] = useState<StorageReport>();
  const [note, setNote] = useState<'cleared' | 'failed' | 'unmeasured'>();
  const [question, setQuestion] = useState<StoredChat | 'all'>();
  const [isBusy, setBusy] = useState(false);
  const chats = useStoredChats(report);
  const measure = useCallback(() => storage.measure().then(setReport, () => setNote('unmeasured')), [storage]);
  useEffect(() => void measure(), [measure]);

  const act = async (work: Promise<void>, done: typeof note) => {
    setBusy(true);
    const result = await work.then(
      () => done,
      () => 'failed' as const,
    );
    await measure();
    setBusy(false);
    setQuestion(undefined);
    setNote(result);
  };
  const ask = (target: StoredChat | 'all') => {
    setNote(undefined);
    setQuestion(target);
  };
  return (
    <>
      <SettingsGroup title={t('settings.storage.title')} text={t('settings.storage.text')}>
        {report && <StorageUsage used={report.used} quota={report.quota} />}
        {!report && note !== 'unmeasured' && (
          <SkeletonRows label={t('settings.storage.loading')} count={2} avatar={40} />
        )}
      </SettingsGroup>
      <StoredMedia onCleared={() => void measure()} />
      {isMemoryOnly && <Banner role="status">{t('settings.storage.memory')}</Banner>}
      <p role="status" className="mb-3 text-13 text-ink-soft empty:hidden">
        {note && t(`settings.storage.${note}`)}
      </p>
      {report && (
        <SettingsGroup title={t('settings.storage.chats')} text={t('settings.storage.chatsText')}>
          <StoredChats
            chats={chats}
            onKeep={(chat, isKept) => void act(storage.keepChat(chat.id, isKept), undefined)}
            onClear={ask}
          />
        </SettingsGroup>
      )}
      {chats.some(({ rows }) => rows > 0) && (
        <Button kind="dangerQuiet" aria-haspopup="dialog" onClick={() => ask('all')}>
          {t('settings.storage.clearAll')}
        </Button>
      )}
      {question && (
        <ConfirmDialog
          isOpen
          title={
            question === 'all'
              ? t('settings.storage.askAll.title')
              : t('settings.storage.askOne.title', { title: question.title })
          }
          text={t('settings.storage.safe')}
          confirmLabel={t('settings.storage.clear')}
          cancelLabel={t('common.cancel')}
          tone="danger"
          isBusy={isBusy}
          onConfirm={() => void act(storage.clear(question === 'all' ? undefined : question.id), 'cleared')}
          onCancel={() => setQuestion(undefined)}
        />
      )}
    </>
  );
}
