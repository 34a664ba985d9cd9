import { useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { checkSettings, toSettingsForm, type PlaceChange, type SettingsForm } from '#domain/checkSettings.ts';
import { faceId, pictureOf } from '#domain/faceId.ts';
import { canChangeCap, canChangeSettings, canRename } from '#domain/permissions.ts';
import type { Ack } from '#protocol/errors.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { PicturePicker } from '#client/parts/picture/PicturePicker.tsx';
import { problemText } from '#client/parts/problemText.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SkeletonRows } from '#client/ui/SkeletonRows.tsx';
import type { CommunityChat } from '../CommunityChat.ts';
import { useRequest } from '../useRequest.ts';
import { PlaceSettingsForm } from './PlaceSettingsForm.tsx';

/** The settings of a community, for those who may change some of them. */
export function PlaceSettings({ chatId }: { chatId: ChatId }) {
  const { t } = useTranslation();
  const { stores } = useServices();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(chatId));
  const standing = chat && { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  const isMine = standing !== undefined && canChangeSettings(standing);
  const code = useCode(chatId, isMine);
  if (!chat || !standing) return null;
  const may = { rename: canRename(standing), settings: isMine, cap: canChangeCap(standing) };
  if (code.problem !== undefined) {
    const again = (
      <Button kind="quiet" size="small" onClick={code.reload}>
        {t('common.tryAgain')}
      </Button>
    );
    return (
      <Banner role="alert" action={again}>
        {code.problem}
      </Banner>
    );
  }
  if (code.isLoading) return <SkeletonRows label={t('placeSettings.loading')} count={6} />;
  return <Loaded chat={chat} may={may} code={code.code} onCode={code.set} />;
}

type LoadedProps = {
  chat: CommunityChat;
  may: { rename: boolean; settings: boolean; cap: boolean };
  code: string | undefined;
  onCode: (code: string | undefined) => void;
};

function Loaded({ chat, may, code, onCode }: LoadedProps) {
  const { t } = useTranslation();
  const services = useServices();
  const request = useRequest();
  const [edits, setEdits] = useState<Partial<SettingsForm>>({});
  const [isAsked, setAsked] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const now = { meta: chat.meta, code };
  // What nobody touched here follows what others change meanwhile.
  const form = { ...toSettingsForm(now), ...edits };
  const { problems, change } = checkSettings(form, now);
  // The change has come back from the server: from here on the fields follow it again.
  if (isSaved && change === undefined && Object.keys(edits).length > 0) setEdits({});
  const save = () => {
    setAsked(true);
    if (!change) return;
    void request.run(
      () => send(services, chat.c, change),
      () => {
        if (change.settings?.code !== undefined) onCode(change.settings.code ?? undefined);
        setSaved(true);
      },
    );
  };
  return (
    <PlaceSettingsForm
      form={form}
      errors={isAsked ? problems : {}}
      may={may}
      picture={may.rename && <Picture chat={chat} />}
      isDirty={(change !== undefined || Object.keys(problems).length > 0) && !isSaved}
      isBusy={request.isBusy}
      isSaved={isSaved}
      problem={request.problem && problemText(t, request.problem)}
      onChange={(next) => {
        setSaved(false);
        setEdits((before) => ({ ...before, ...next }));
      }}
      onSave={save}
      onDiscard={() => {
        setEdits({});
        setAsked(false);
        request.forget();
      }}
    />
  );
}

/** Name and description, then the switches; what went through of the first stays when the second does not, and is not sent again. */
async function send(
  { rpc, newOp }: ReturnType<typeof useServices>,
  c: ChatId,
  { meta, settings }: PlaceChange,
): Promise<Ack<unknown>> {
  if (meta) {
    const answer = await rpc('chat.meta', { c, ...meta, op: newOp() });
    if (!answer.ok) return answer;
  }
  return settings ? rpc('chat.settings', { c, ...settings, op: newOp() }) : { ok: true, data: undefined };
}

/** The join code, which is in no settings that members know. */
function useCode(c: ChatId, isMine: boolean) {
  const { t } = useTranslation();
  const { rpc } = useServices();
  const [state, setState] = useState<{ code?: string | undefined; problem?: string }>();
  const comebacks = useComebacks();
  const [turn, reload] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    if (!isMine) return undefined;
    let isWanted = true;
    void rpc('code.get', { c }).then((answer) => {
      if (isWanted) setState(answer.ok ? { code: answer.data.code } : { problem: problemText(t, answer) });
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, c, isMine, turn, comebacks, t]);
  return {
    isLoading: isMine && state === undefined,
    code: state?.code,
    problem: isMine ? state?.problem : undefined,
    set: (code: string | undefined) => setState({ code }),
    reload,
  };
}

function Picture({ chat }: { chat: CommunityChat }) {
  const { t } = useTranslation();
  const services = useServices();
  return (
    <PicturePicker
      face={faceId(chat.c, { av: chat.meta.avatar })}
      name={chat.meta.title ?? t('community.untitled')}
      shape="place"
      hasPicture={pictureOf(chat.meta.avatar) !== undefined}
      hint={t('placeSettings.pictureHint')}
      removeText={t('placeSettings.pictureAsk')}
      upload={(picture, onProgress) => services.upload('chat', picture, onProgress)}
      save={(picture) => services.rpc('chat.picture', { c: chat.c, picture, op: services.newOp() })}
    />
  );
}
