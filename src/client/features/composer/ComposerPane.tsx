import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isCommunity, isDirect, isJoined, mediaKind, mentionsMax, stickerKind, textMax } from '#domain/chatTraits.ts';
import { everybody } from '#domain/namesAll.ts';
import { canNameAll } from '#domain/permissions.ts';
import { useServices } from '#client/context.ts';
import type { ChatWindow, Services } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { attachStoreOf, readyParts, restoredItem } from './attach/attachStore.ts';
import { useAttach, type Attach } from './attach/useAttach.tsx';
import { Composer } from './Composer.tsx';
import { ComposerClosed } from './ComposerClosed.tsx';
import { ScheduledSlot } from './later/ScheduledSlot.tsx';
import type { ComposerHandle } from './Composer.tsx';
import type { ComposerText } from './ComposerText.ts';
import type { SendHow } from './SendHow.ts';
import { createDraftSaver } from './model/createDraftSaver.ts';
import type { Nameable } from './model/matchMembers.ts';
import { useComposerPanel } from './panel/useComposerPanel.tsx';
import { useGate } from './useGate.ts';
import { toMentions } from './model/mentionSpans.ts';
import type { ReplyPaneProps } from './ReplyPane.tsx';
import { useMemberNames } from './useMemberNames.ts';
import { useReply } from './useReply.ts';
import { VoiceSlot } from './voice/VoiceSlot.tsx';

/** Pages of an insecure address have no microphone. */
const canRecord = 'mediaDevices' in navigator && 'MediaRecorder' in globalThis;
const ReplyPane = lazyPart<ReplyPaneProps>(() => import('./ReplyPane.tsx').then((m) => m.ReplyPane));
const AHEAD = [ReplyPane];

type Draft = Parameters<Services['commands']['saveDraft']>[0];
type MessageName = Parameters<Services['commands']['editMessage']>[0]['message'];
type Body = Parameters<Services['commands']['editMessage']>[0]['b'];
type Mid = NonNullable<Body['at']>[number][2];

/** A message that is to be changed: by seq once the server has it, by its own id before. */
export interface ComposerEdit {
  s?: number;
  cid?: string;
  text: string;
  at: readonly (readonly [number, number, number])[];
}

/** Words that were sent: a text, or a sticker. */
export type SentText = Pick<Parameters<Services['commands']['sendMessage']>[0], 'k' | 'b'>;

export type ComposerPaneProps = {
  window: ChatWindow;
  edit: ComposerEdit | undefined;
  /** the person is done with the edit, saved or not */
  onEditEnd: () => void;
  /** a stored draft was an edit: go on with it */
  onEditRestore: (edit: ComposerEdit) => void;
  onEditLast: () => void;
  /** seq of the message that is being answered */
  reply?: number | undefined;
  onReplyEnd?: () => void;
  /** a stored draft was an answer: go on with it */
  onReplyRestore?: (seq: number) => void;
  /** somebody to be named at the caret, once for each object */
  mention?: { mid: number; name: string } | undefined;
  /** words in the empty field, where they are not about the chat */
  placeholder?: string;
  /** stands above the field while what is written goes out at once, as words */
  also?: ReactNode;
  /** Words were queued for this chat. */
  onSent?: (message: SentText) => Promise<void>;
  /** Asks the admins to take a mute back. */
  onAppeal: () => void;
};

/** The composer of one open chat: drafts, sending, editing. Give it the chat's id as `key`. */
export function ComposerPane(props: ComposerPaneProps) {
  const { window: chatWindow, edit, onEditEnd, onEditRestore, onEditLast, mention, onAppeal, reply } = props;
  const { t } = useTranslation();
  const services = useServices();
  const { commands, stores } = services;
  const c = useStore(chatWindow.store, (state) => state.c);
  const chat = useStore(chatWindow.store, (state) => state.chat);
  const members = useStore(chatWindow.store, (state) => state.members);
  const { gate, now } = useGate(chatWindow, services.serverNow);
  const users = useStore(stores.people, (state) => state.users);
  const contacts = useStore(stores.people, (state) => state.contacts);
  const enterSends = useStore(stores.prefs, (state) => state.enterSends);
  const sendTyping = useStore(stores.prefs, (state) => state.sendTyping);
  const composer = useRef<ComposerHandle>(null);
  const [isRefused, setRefused] = useState(false);
  const saver = useSaver(services);
  const stash = useRef<ComposerText>(undefined);
  useDraft(services, c, composer, { onEdit: onEditRestore, onReply: props.onReplyRestore });
  useEditing(edit, composer, stash);
  usePreload(AHEAD);
  useReply(reply, composer, {
    isKept: (s) => stores.drafts.getState().drafts.get(c)?.re === s,
    // The unfinished text keeps what it answers, also when the answer was taken away.
    onChange: (text) => {
      if (!edit) saver.change(toDraft(c, text, undefined, reply));
    },
  });
  const isDm = chat !== undefined && isDirect(chat.kind);
  const me: number = chat?.me.mid ?? services.me.userId;
  const people = useMemo(
    () => (isDm ? [] : [...toEverybody(chat, t), ...toNameable(members, { users, contacts }, me)]),
    [isDm, chat, t, members, users, contacts, me],
  );
  const names = useMemberNames(c, chat !== undefined && isCommunity(chat.kind), people, me);
  useEffect(() => {
    if (mention) composer.current?.insertName(mention);
  }, [mention]);
  const answered = reply === undefined ? {} : { re: reply };
  const panel = useComposerPanel({
    c,
    composer,
    closed: edit ? 'editing' : gate.kind === 'slow' ? 'wait' : undefined,
    // What stands in the field stays there.
    onSticker: (b) => {
      setRefused(false);
      props.onReplyEnd?.();
      const sticker = { k: stickerKind, b: { ...b } };
      commands
        .sendMessage({ c, ...sticker, ...answered })
        .then(() => props.onSent?.(sticker))
        .catch(() => setRefused(true));
    },
  });
  const title = (chat && chatTitle({ users, contacts }, chat)) ?? (isDm ? t('chat.someone') : t('chat.untitled'));
  const isShut = gate.kind !== 'open' && gate.kind !== 'slow';
  const attach = useAttach({ c, title, composer, isOff: edit !== undefined || isShut });
  if (gate.kind !== 'open' && gate.kind !== 'slow')
    return (
      <>
        <ScheduledSlot c={c} />
        <ComposerClosed gate={gate} now={now} onAppeal={onAppeal} />
      </>
    );
  const send = (text: ComposerText, how?: SendHow) => {
    const body = toBody(text, stores.prefs.getState().linkCards);
    setRefused(false);
    saver.drop();
    composer.current?.write({ text: '', spans: [] });
    if (!edit) props.onReplyEnd?.();
    const attached = edit ? undefined : attach.take();
    const sent = edit
      ? commands.editMessage({ c, message: toName(edit), b: body })
      : post(commands, { c, ...toMessage(body, attached, how), ...answered }, how);
    if (edit) {
      // The text that was there before the edit is the draft again. A send takes its draft away by itself.
      void commands.saveDraft(
        withFiles(services, toDraft(c, stash.current ?? { text: '', spans: [] }, undefined, reply)),
      );
      onEditEnd();
    }
    // Files go to one chat, and what is sent later to none now.
    if (!edit && !attached?.files.length && how?.at === undefined) {
      const words = toMessage(body, undefined, how);
      void sent.then(() => props.onSent?.(words)).catch(() => setRefused(true));
    }
    // The row of the outbox is the message; only when the device cannot keep it does the text come back.
    sent.catch(() => {
      setRefused(true);
      attached?.putBack();
      if (composer.current?.read().text === '') composer.current.write(text);
    });
  };
  return (
    <>
      <ScheduledSlot c={c} />
      {!edit && attach.attached === 'none' && props.also && (
        <div className="flex-none bg-surface-sunken px-4">{props.also}</div>
      )}
      <Composer
        ref={composer}
        title={title}
        placeholder={props.placeholder}
        enterSends={enterSends}
        max={textMax}
        people={names.people}
        onMentionQuery={names.onQuery}
        editing={edit && { text: edit.text }}
        replying={
          reply === undefined ? undefined : (
            <ReplyPane window={chatWindow} seq={reply} onCancel={() => props.onReplyEnd?.()} />
          )
        }
        onCancelReply={props.onReplyEnd}
        wait={gate.kind === 'slow' ? { leftMs: gate.until - now, everyS: gate.everyS } : undefined}
        problem={isRefused ? t('composer.notStored') : undefined}
        onSend={send}
        hasWays
        onChange={(text) => {
          // While a message is changed, an unfinished new one keeps the only place for a draft.
          if (!edit || !stash.current?.text) saver.change(toDraft(c, text, edit, reply));
          if (sendTyping && !edit && text.text.trim() !== '') services.typing(c);
        }}
        onCancelEdit={onEditEnd}
        onEditLast={onEditLast}
        onBlur={saver.flush}
        {...panel}
        lead={attach.lead}
        tray={attach.tray}
        attached={attach.attached}
        voice={
          (canRecord || attach.attached === 'voice') && (
            <VoiceSlot
              c={c}
              isKept={attach.attached === 'voice'}
              onSend={(part, how) => {
                setRefused(false);
                props.onReplyEnd?.();
                const b = { f: [part] as [MediaPart], ...(how?.silent ? { silent: 1 as const } : {}) };
                post(commands, { c, k: mediaKind, b, ...answered }, how).catch(() => {
                  setRefused(true);
                  attachStoreOf(services, c).setState({ items: [restoredItem(part)] });
                });
              }}
              onDone={() => {
                // A keyboard on the screen would come up for nothing.
                if (matchMedia('(pointer: fine)').matches) composer.current?.focus();
              }}
            />
          )
        }
      />
    </>
  );
}

/** Drafts are stored shortly after the last key, and at once when the page may go: blur, hiding, leaving the chat. */
function useSaver(services: Services) {
  const saver = useMemo(
    () =>
      createDraftSaver<Draft>(
        (draft) => void services.commands.saveDraft(withFiles(services, draft)),
        (ms, work) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
      ),
    [services],
  );
  useEffect(() => {
    globalThis.addEventListener('pagehide', saver.flush);
    document.addEventListener('visibilitychange', saver.flush);
    return () => {
      globalThis.removeEventListener('pagehide', saver.flush);
      document.removeEventListener('visibilitychange', saver.flush);
      saver.flush();
    };
  }, [saver]);
  return saver;
}

/** Puts the stored draft into the empty box, once. What arrives later from another tab never touches what is being written here. */
function useDraft(
  { stores }: Services,
  c: Draft['c'],
  composer: { current: ComposerHandle | null },
  hear: { onEdit: (edit: ComposerEdit) => void; onReply: ((seq: number) => void) | undefined },
): void {
  const isDone = useRef(false);
  const latest = useRef(hear);
  useEffect(() => {
    latest.current = hear;
  });
  useEffect(() => {
    const restore = (): void => {
      const { loaded, drafts } = stores.drafts.getState();
      if (isDone.current || !loaded || !composer.current) return;
      isDone.current = true;
      const draft = drafts.get(c);
      if (!draft || composer.current.read().text !== '') return;
      if (draft.re !== undefined) latest.current.onReply?.(draft.re);
      if (draft.edit) latest.current.onEdit({ ...draft.edit, text: draft.text, at: draft.at ?? [] });
      else composer.current.write({ text: draft.text, spans: toSpans(draft.at ?? []) });
    };
    restore();
    return stores.drafts.subscribe(restore);
  }, [stores, c, composer]);
}

/** Brings the text of the message into the box and, after the edit, the unfinished text back that was there before. */
function useEditing(
  edit: ComposerEdit | undefined,
  composerRef: { current: ComposerHandle | null },
  stashRef: { current: ComposerText | undefined },
): void {
  useEffect(() => {
    const box = composerRef.current;
    if (!box) return;
    if (edit) {
      stashRef.current ??= box.read();
      box.write({ text: edit.text, spans: toSpans(edit.at) });
      box.focus();
    } else if (stashRef.current) {
      box.write(stashRef.current);
      stashRef.current = undefined;
      box.focus();
    }
  }, [edit, composerRef, stashRef]);
}

function toSpans(at: ComposerEdit['at']) {
  return at.map(([start, length, mid]) => ({ start, length, mid }));
}

function toBody({ text, spans }: ComposerText, hasCards: boolean): Body {
  const x = text.trim();
  const at = toMentions<Mid>(spans, x, text.length - text.trimStart().length, mentionsMax);
  return { x, ...(at ? { at } : {}), ...(hasCards || !x.includes('://') ? {} : { nl: 1 }) };
}

/** What is sent: a text, or files with it as their words. */
function toMessage(text: Body, attached: ReturnType<Attach['take']> | undefined, how?: SendHow) {
  const [first, ...more] = attached?.files ?? [];
  const silent = how?.silent ? { silent: 1 as const } : {};
  const body = { ...text, ...silent };
  // Words of files get no card anyway.
  const { nl: _card, ...words } = body;
  return first
    ? {
        k: mediaKind,
        b: { f: [first, ...more] as [typeof first, ...typeof more], ...(text.x === '' ? silent : words) },
      }
    : { b: body };
}

/** Now, or at the time that the person has chosen. */
const post = (
  commands: Services['commands'],
  message: Parameters<Services['commands']['sendMessage']>[0],
  how: SendHow | undefined,
) => (how?.at === undefined ? commands.sendMessage(message) : commands.scheduleMessage({ ...message, at: how.at }));

/** A draft keeps its files. */
function withFiles(services: Services, draft: Draft): Draft {
  const files = readyParts(attachStoreOf(services, draft.c).getState());
  return files.length > 0 ? { ...draft, files } : draft;
}

function toDraft(
  c: Draft['c'],
  { text, spans }: ComposerText,
  edit: ComposerEdit | undefined,
  reply: number | undefined,
): Draft {
  const answered = reply === undefined ? {} : { re: reply };
  const draft = { c, text, at: toMentions<Mid>(spans, text, 0, mentionsMax), ...answered };
  if (!edit) return draft;
  const target = edit.s === undefined ? { cid: edit.cid } : { s: edit.s };
  return { ...draft, edit: target as NonNullable<Draft['edit']> };
}

function toName(edit: ComposerEdit): MessageName {
  return (edit.s === undefined ? { cid: edit.cid ?? '' } : { s: edit.s }) as MessageName;
}

/** The word for everybody, for those who may use it. */
function toEverybody(chat: ChatWindowState['chat'], t: Translate): Nameable[] {
  if (!chat) return [];
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  return canNameAll(standing) ? [{ mid: everybody, name: t('quotes.everyone'), face: '', isAll: true }] : [];
}

/** Members of a group who can be named: joined, known by name, not this person. */
function toNameable(members: ChatWindowState['members'], people: Parameters<typeof nameOf>[0], me: number): Nameable[] {
  const found: Nameable[] = [];
  for (const member of members.values()) {
    if (member.u === (me as number) || !isJoined(member.st)) continue;
    const name = nameOf(people, member.u, member.nn);
    const card = people.users.get(member.u as unknown as Parameters<typeof people.users.get>[0]);
    if (name !== undefined)
      found.push({ mid: member.u, name, face: faceOf(people, member.u, member.av), handle: card?.handle });
  }
  return found;
}
