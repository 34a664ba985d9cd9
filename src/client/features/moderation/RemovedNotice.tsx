import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { wayOut } from '#domain/moderation/moderationChoices.ts';
import { isJoined } from '#domain/chatTraits.ts';
import type { ChatId } from '#protocol/ids.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { AppealPane } from './AppealPane.tsx';
import { useLoaded } from './useLoaded.ts';

/** For somebody who was removed or banned from a chat: says so, and leads to the appeal. Nothing for everybody else, and without a network. */
export function RemovedNotice({ c }: { c: ChatId }) {
  const { t } = useTranslation();
  const asked = useLoaded('appeal.get', { c });
  const [isOpen, setOpen] = useState(false);
  const { data } = asked;
  if (!data || isJoined(data.st)) return null;
  const state = data.mine && (data.mine.done === 1 ? 'lifted' : data.mine.done === 2 ? 'kept' : 'waiting');
  return (
    <div className="w-full max-w-[440px] text-start">
      <Banner
        tone="info"
        title={t(`moderation.removed.${wayOut(data.st) === 'banned' ? 'banned' : 'removed'}`)}
        action={
          <Button kind="quiet" size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
            {t(state === undefined ? 'moderation.appeal.title' : 'moderation.removed.look')}
          </Button>
        }
      >
        {state === undefined ? t('moderation.removed.text') : t(`moderation.appeal.state.${state}`)}
      </Banner>
      {isOpen && (
        <AppealPane
          c={c}
          onClose={() => {
            setOpen(false);
            asked.reload();
          }}
        />
      )}
    </div>
  );
}
