import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canChangeRights } from '#domain/permissions.ts';
import { changedRights, defaultRights, rightNames, withRight } from '#domain/rights.ts';
import type { RightsTable } from '#protocol/entities/chatSettings.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { SaveBar } from '#client/parts/SaveBar.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { hidesAccounts } from '#domain/moderation/moderationChoices.ts';
import { useAct } from '../useAct.ts';
import { RightsGrid } from './RightsGrid.tsx';

/** What each role of a chat may do. The owner changes it, admins see it. */
export function RightsTab({ c }: { c: ChatId }) {
  const { t } = useTranslation();
  const services = useServices();
  const chat = useStore(services.stores.chatList, ({ chats }) => chats.get(c));
  const act = useAct();
  const id = useId();
  const [edits, setEdits] = useState<{ of: string; table: RightsTable }>();
  if (!chat) return null;
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  const usual = defaultRights(chat.kind);
  const before = chat.meta.set?.rights ?? usual;
  // Once what was saved has come back, or another device of mine was faster, the grid shows what is so.
  const of = String(before);
  const table = edits?.of === of ? edits.table : before;
  const setEdited = (next: RightsTable) => setEdits({ of, table: next });
  const changes = changedRights(before, table);
  const isMine = canChangeRights(standing);
  const isUsual = changedRights(usual, table).length === 0;
  const save = () => {
    const rights = isUsual ? null : table;
    void act.run('save', () => services.rpc('chat.settings', { c, set: { rights }, op: services.newOp() }));
  };
  // Groups have no cap to change and no rooms.
  const shown = rightNames.filter((right) => hidesAccounts(chat.kind) || (right !== 'cap' && right !== 'rooms'));
  return (
    <form
      id={id}
      className="mx-auto grid w-full max-w-[640px] grid-cols-1 gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {act.problem !== undefined && (
        <Banner tone="danger" role="alert">
          {act.problem}
        </Banner>
      )}
      {!isMine && <Banner tone="info">{t('moderation.rights.readOnly')}</Banner>}
      <RightsGrid
        table={table}
        rights={shown}
        onChange={isMine ? (cell) => setEdited(withRight(table, cell)) : undefined}
      />
      <p className="px-2 text-13 text-ink-soft">{t('moderation.rights.note')}</p>
      {isMine && !isUsual && (
        <div>
          <Button kind="ghost" size="small" onClick={() => setEdited(usual)}>
            {t('moderation.rights.usual')}
          </Button>
        </div>
      )}
      {changes.length > 0 && (
        <SaveBar
          text={t('moderation.rights.changes', { count: changes.length })}
          form={id}
          isBusy={act.busyKey !== undefined}
          onDiscard={() => setEdits(undefined)}
        />
      )}
    </form>
  );
}
