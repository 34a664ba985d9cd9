import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isPlace } from '#domain/chatTraits.ts';
import { faceId, pictureOf } from '#domain/faceId.ts';
import { fieldLimits } from '#domain/accountRules.ts';
import { useServices } from '#client/context.ts';
import { AboutDialog } from './AboutDialog.tsx';
import { ActQuestion } from './ActQuestion.tsx';
import type { ActRow } from './actRows.ts';
import { PicturePicker } from '#client/parts/picture/PicturePicker.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { AddPeopleDialog } from './AddPeopleDialog.tsx';
import type { GroupChat } from './GroupChat.ts';
import { ConnectQuestion } from './ConnectQuestion.tsx';
import { CloseQuestion } from './CloseQuestion.tsx';
import { LeaveQuestion } from './LeaveQuestion.tsx';
import { MuteQuestion } from './MuteQuestion.tsx';
import { MemberQuestion } from './MemberQuestion.tsx';
import { LinksDialog } from './invite/LinksDialog.tsx';
import { RequestsDialog } from './invite/RequestsDialog.tsx';
import { candidates, type Candidate } from './pickRows.ts';
import type { MemberAction, MemberRow } from './memberRows.ts';
import { RemoveManyQuestion } from './RemoveManyQuestion.tsx';
import { RenameDialog } from './RenameDialog.tsx';
import { useGroupChange } from './useGroupChange.ts';

/** What is being asked about a group. */
export type GroupQuestion =
  | { kind: 'rename' | 'about' | 'picture' | 'add' | 'links' | 'requests' | 'close' }
  /** `toMembers`: shows the list, where an owner finds who is to follow; communities */
  | { kind: 'leave'; toMembers?: () => void }
  | { kind: 'connect'; member: { id: number; name: string } }
  | { kind: 'member'; action: MemberAction | 'unban' | 'uninvite'; member: { id: number; name: string } }
  | { kind: 'removeMany'; members: readonly { id: number; name: string }[]; onDone: () => void }
  | { kind: 'approve' | 'undo'; act: ActRow };

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
  const services = useServices();
  const change = useGroupChange();
  const shared = { isBusy: change.isBusy, problem: change.problem, onClose };
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
    case 'links':
      return <LinksDialog chat={chat} title={title} onClose={onClose} />;
    case 'requests':
      return <RequestsDialog chat={chat} onClose={onClose} />;
    case 'about': {
      const save = (about: string) =>
        void change.run(() => services.rpc('chat.meta', { ...request(), about }), onClose);
      return <AboutDialog about={chat.meta.about ?? ''} onSave={save} {...shared} />;
    }
    case 'leave':
      return <LeaveQuestion {...question} chat={chat} title={title} isOwner={isOwner(props)} onClose={onClose} />;
    case 'close':
      return <CloseQuestion chat={chat} title={title} onClose={onClose} />;
    case 'removeMany':
      return (
        <RemoveManyQuestion
          chat={chat}
          title={title}
          members={question.members}
          onDone={question.onDone}
          onClose={onClose}
        />
      );
    case 'connect':
      return <ConnectQuestion chat={chat} member={question.member} onClose={onClose} />;
    case 'member':
      if (question.action === 'mute') return <MuteQuestion chat={chat} member={question.member} onClose={onClose} />;
      return (
        <MemberQuestion action={question.action} member={question.member} chat={chat} title={title} onClose={onClose} />
      );
    case 'approve':
    case 'undo':
      return <ActQuestion what={question.kind} act={question.act} chat={chat} onClose={onClose} />;
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
