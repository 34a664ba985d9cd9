import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isPlace } from '#domain/chatTraits.ts';
import { faceId, pictureOf } from '#domain/faceId.ts';
import { fieldLimits } from '#domain/accountRules.ts';
import type { MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { PicturePicker } from '#client/parts/picture/PicturePicker.tsx';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import type { GroupChat } from './GroupChat.ts';
import { candidates } from './pickRows.ts';
import type { MemberRow } from './memberRows.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { useGroupChange } from './useGroupChange.ts';

/** What is being asked about a group. */
export type GroupQuestion = { kind: 'rename' | 'picture' | 'add' | 'leave' } | { kind: 'remove'; member: MemberRow };

export type GroupDialogsProps = {
  question: GroupQuestion;
  chat: GroupChat;
  title: string;
  members: readonly MemberRow[];
  onClose: () => void;
};

/** The dialog for one question, with the request behind it. */
export function GroupDialogs(props: GroupDialogsProps) {
  const { question, chat, title, onClose } = props;
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const shared = { isBusy: change.isBusy, problem: change.problem, onClose };
  const confirm = { isOpen: true, isBusy: change.isBusy, cancelLabel: t('common.cancel'), onCancel: onClose };
  const error = change.problem === undefined ? {} : { error: change.problem };
  const request = () => ({ c: chat.c, op: services.newOp() });
  switch (question.kind) {
    case 'rename': {
      const save = (next: string) =>
        void change.run(() => services.rpc('chat.meta', { ...request(), title: next }), onClose);
      return <RenameDialog title={title} onSave={save} {...shared} />;
    }
    case 'picture':
      return <GroupPicture {...props} />;
    case 'add':
      return <AddPeople {...props} />;
    case 'leave':
      return (
        <ConfirmDialog
          {...confirm}
          {...error}
          title={t('groups.leaveAsk.title', { title })}
          text={isOwner(props) ? t('groups.leaveAsk.ownerText') : t('groups.leaveAsk.text')}
          confirmLabel={t('groups.info.leave')}
          onConfirm={() => void change.run(() => services.rpc('chat.leave', request()), onClose)}
        />
      );
    case 'remove': {
      const { id, name } = question.member;
      const remove = () => services.rpc('chat.kick', { ...request(), member: id as MemberId });
      return (
        <ConfirmDialog
          {...confirm}
          {...error}
          title={t('groups.removeAsk.title', { name })}
          text={t('groups.removeAsk.text', { title })}
          confirmLabel={t('groups.removeAsk.confirm')}
          onConfirm={() => void change.run(remove, onClose)}
        />
      );
    }
  }
}

const isOwner = ({ members }: GroupDialogsProps): boolean => members.some(({ isMe, role }) => isMe && role === 'owner');

function GroupPicture({ chat, title, onClose }: GroupDialogsProps) {
  const { t } = useTranslation();
  const services = useServices();
  return (
    <Dialog isOpen onClose={onClose} title={t('picture.label')} closeLabel={t('common.close')}>
      <PicturePicker
        face={faceId(chat.c, { av: chat.meta.avatar })}
        name={title}
        shape={isPlace(chat.kind) ? 'place' : 'person'}
        hasPicture={pictureOf(chat.meta.avatar) !== undefined}
        hint={t('picture.groupHint')}
        removeText={t('picture.groupAskText')}
        upload={(picture, onProgress) => services.upload('chat', picture, onProgress)}
        save={(picture) => services.rpc('chat.picture', { c: chat.c, picture, op: services.newOp() })}
        onDone={onClose}
      />
    </Dialog>
  );
}

function AddPeople({ chat, members, onClose }: GroupDialogsProps) {
  const { i18n } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const contacts = useStore(services.stores.people, (people) => people.contacts);
  const without = new Set(members.map(({ id }) => id));
  return (
    <AddPeopleDialog
      all={candidates(contacts.values(), { language: i18n.language, without })}
      room={Math.min(fieldLimits.inviteMax, chat.meta.cap - members.length)}
      isBusy={change.isBusy}
      problem={change.problem}
      onClose={onClose}
      onAdd={(people) => {
        const users = people.map(({ id }) => id);
        void change.run(() => services.rpc('chat.invite', { c: chat.c, users, op: services.newOp() }), onClose);
      }}
    />
  );
}
