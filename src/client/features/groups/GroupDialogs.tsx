import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { fieldLimits } from '#domain/accountRules.ts';
import type { MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import type { GroupChat } from './GroupChat.ts';
import { LinksDialog } from './invite/LinksDialog.tsx';
import { RequestsDialog } from './invite/RequestsDialog.tsx';
import { candidates, type Candidate } from './pickRows.ts';
import type { MemberRow } from './memberRows.ts';
import { RenameDialog } from './RenameDialog.tsx';
import { useGroupChange } from './useGroupChange.ts';

/** What is being asked about a group. */
export type GroupQuestion =
  | { kind: 'rename' | 'add' | 'leave' | 'links' | 'requests' }
  | { kind: 'remove'; member: MemberRow };

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
    case 'add':
      return <AddPeople {...props} />;
    case 'links':
      return <LinksDialog chat={chat} title={title} onClose={onClose} />;
    case 'requests':
      return <RequestsDialog chat={chat} onClose={onClose} />;
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

function AddPeople({ chat, members, onClose }: GroupDialogsProps) {
  const { i18n } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const contacts = useStore(services.stores.people, (people) => people.contacts);
  const [asked, setAsked] = useState<string>();
  const names = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  const add = async (people: readonly Candidate[]) => {
    const users = people.map(({ id }) => id);
    const answer = await services.rpc('chat.invite', { c: chat.c, users, op: services.newOp() });
    const invited = new Set<number>(answer.ok ? answer.data.invited : []);
    // Whoever has to be asked first is not in the list of members yet: that is worth a word.
    if (invited.size > 0) setAsked(names.format(people.filter(({ id }) => invited.has(id)).map(({ name }) => name)));
    return { answer, isDone: invited.size === 0 };
  };
  const without = new Set(members.map(({ id }) => id));
  return (
    <AddPeopleDialog
      all={candidates(contacts.values(), { language: i18n.language, without })}
      room={Math.min(fieldLimits.inviteMax, chat.meta.cap - members.length)}
      isBusy={change.isBusy}
      problem={change.problem}
      onClose={onClose}
      asked={asked}
      onAdd={(people) => {
        let isDone = true;
        const ask = async () => {
          const added = await add(people);
          isDone = added.isDone;
          return added.answer;
        };
        void change.run(ask, () => isDone && onClose());
      }}
    />
  );
}
