import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { communityLimits } from '#domain/communityRules.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { CommunityChat } from '../CommunityChat.ts';
import { useRequest } from '../useRequest.ts';
import { RoomForm } from './RoomForm.tsx';

export type RoomEditorProps = {
  community: CommunityChat;
  /** the room to change; undefined makes one */
  roomId: ChatId | undefined;
  /** a room was made */
  onMade: (id: ChatId) => void;
  /** the room was closed */
  onEnded: () => void;
  onClose: () => void;
};

/** Makes, changes, moves or closes a room of a community. */
export function RoomEditor({ community, roomId, onMade, onEnded, onClose }: RoomEditorProps) {
  const { t } = useTranslation();
  const { rpc, newOp } = useServices();
  const request = useRequest();
  const [isEnding, setEnding] = useState(false);
  const { c, meta } = community;
  const rooms = meta.rooms ?? [];
  const at = rooms.findIndex((room) => room.c === roomId);
  const room = rooms[at];
  const problem = request.problem && describe(request.problem);
  if (roomId !== undefined && !room) return null;
  const move = (to: number) => () =>
    void request.run(
      () => rpc('room.update', { c, room: roomId as ChatId, at: to, op: newOp() }),
      () => undefined,
    );
  if (room && isEnding) {
    return (
      <ConfirmDialog
        isOpen
        tone="danger"
        title={t('rooms.closeTitle', { title: room.title })}
        text={t('rooms.closeText')}
        confirmLabel={t('rooms.closeConfirm')}
        cancelLabel={t('rooms.keep')}
        isBusy={request.isBusy}
        {...(problem === undefined ? {} : { error: problem })}
        onConfirm={() => void request.run(() => rpc('room.close', { c, room: room.c, op: newOp() }), onEnded)}
        onCancel={() => setEnding(false)}
      />
    );
  }
  return (
    <RoomForm
      room={room && { title: room.title, about: room.about ?? '', ro: room.ro === 1 }}
      isBusy={request.isBusy}
      problem={problem}
      onSave={({ title, about, ro }) => {
        if (room) {
          void request.run(() => rpc('room.update', { c, room: room.c, title, about, ro, op: newOp() }), onClose);
          return;
        }
        const words = { c, title, ...(about === '' ? {} : { about }), ...(ro ? { ro: 1 as const } : {}) };
        void request.run(
          () => rpc('room.create', { ...words, op: newOp() }),
          (made) => onMade(made.room),
        );
      }}
      onClose={onClose}
      onUp={room && at > 0 ? move(at - 1) : undefined}
      onDown={room && at < rooms.length - 1 ? move(at + 1) : undefined}
      onEnd={room ? () => setEnding(true) : undefined}
    />
  );

  function describe(refused: NonNullable<typeof request.problem>): string {
    return refused.code === 'FULL' ? t('rooms.full', { most: communityLimits.rooms }) : problemText(t, refused);
  }
}
