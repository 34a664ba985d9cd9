import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isCommunity, isDirect, isJoined, mentionsMax, textMax } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import type { ChatWindow, Services } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { Composer } from './Composer.tsx';
import { ComposerClosed } from './ComposerClosed.tsx';
import type { ComposerHandle } from './Composer.tsx';
import type { ComposerText } from './ComposerText.ts';
import { createDraftSaver } from './model/createDraftSaver.ts';
import type { Nameable } from './model/matchMembers.ts';
import { useGate } from './useGate.ts';
import { toMentions } from './model/mentionSpans.ts';
import { useMemberNames } from './useMemberNames.ts';

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

export type ComposerPaneProps = {
  window: ChatWindow;
  edit: ComposerEdit | undefined;
  /** the person is done with the edit, saved or not */
  onEditEnd: () => void;
  /** a stored draft was an edit: go on with it */
  onEditRestore: (edit: ComposerEdit) => void;
  onEditLast: () => void;
  /** somebody to be named at the caret, once for each object */
  mention?: { mid: number; name: string } | undefined;
  /** Asks the admins to take a mute back. */
  onAppeal: () => void;
};

/** The composer of one open chat: drafts, sending, editing. Give it the chat's id as `key`. */
export function ComposerPane(props: ComposerPaneProps) {
  const { window: chatWindow, edit, onEditEnd, onEditRestore, onEditLast, mention, onAppeal } = props;
  const { t } = useTranslation();
  const services = useServices();
  const { commands, stores } = services;
  const c = useStore(chatWindow.store, (state) => state.c);
  const chat = useStore(chatWindow.store, (state) => state.chat);
  const members = useStore(chatWindow.store, (state) => state.members);
  const messages = useStore(chatWindow.store, (state) => state.messages);
  const pending = useStore(chatWindow.store, (state) => state.pending);
  const { gate, now } = useGate({ chat, messages, pending }, services.serverNow);
  const users = useStore(stores.people, (state) => state.users);
  const contacts = useStore(stores.people, (state) => state.contacts);
  const enterSends = useStore(stores.prefs, (state) => state.enterSends);
  const sendTyping = useStore(stores.prefs, (state) => state.sendTyping);
  const composer = useRef<ComposerHandle>(null);
  const [isRefused, setRefused] = useState(false);
  const saver = useSaver(services);
  const stash = useRef<ComposerText>(undefined);
  useDraft(services, c, composer, onEditRestore);
  useEditing(edit, composer, stash);
  const isDm = chat !== undefined && isDirect(chat.kind);
  const me: number = chat?.me.mid ?? services.me.userId;
  const people = useMemo(
    () => (isDm ? [] : toNameable(members, { users, contacts }, me)),
    [isDm, members, users, contacts, me],
  );
  const names = useMemberNames(c, chat !== undefined && isCommunity(chat.kind), people, me);
  useEffect(() => {
    if (mention) composer.current?.insertName(mention);
  }, [mention]);
  if (gate.kind !== 'open' && gate.kind !== 'slow') return <ComposerClosed gate={gate} now={now} onAppeal={onAppeal} />;
  const send = (text: ComposerText) => {
    const body = toBody(text);
    setRefused(false);
    saver.drop();
    composer.current?.write({ text: '', spans: [] });
    const sent = edit
      ? commands.editMessage({ c, message: toName(edit), b: body })
      : commands.sendMessage({ c, b: body });
    if (edit) {
      // The text that was there before the edit is the draft again. A send takes its draft away by itself.
      void commands.saveDraft(toDraft(c, stash.current ?? { text: '', spans: [] }, undefined));
      onEditEnd();
    }
    // The row of the outbox is the message; only when the device cannot keep it does the text come back.
    sent.catch(() => {
      setRefused(true);
      if (composer.current?.read().text === '') composer.current.write(text);
    });
  };
  return (
    <Composer
      ref={composer}
      title={(chat && chatTitle({ users, contacts }, chat)) ?? (isDm ? t('chat.someone') : t('chat.untitled'))}
      enterSends={enterSends}
      max={textMax}
      people={names.people}
      onMentionQuery={names.onQuery}
      editing={edit && { text: edit.text }}
      wait={gate.kind === 'slow' ? { leftMs: gate.until - now, everyS: gate.everyS } : undefined}
      problem={isRefused ? t('composer.notStored') : undefined}
      onSend={send}
      onChange={(text) => {
        // While a message is changed, an unfinished new one keeps the only place for a draft.
        if (!edit || !stash.current?.text) saver.change(toDraft(c, text, edit));
        if (sendTyping && !edit && text.text.trim() !== '') services.typing(c);
      }}
      onCancelEdit={onEditEnd}
      onEditLast={onEditLast}
      onBlur={saver.flush}
    />
  );
}

/** Drafts are stored shortly after the last key, and at once when the page may go: blur, hiding, leaving the chat. */
function useSaver({ commands }: Services) {
  const saver = useMemo(
    () =>
      createDraftSaver<Draft>(
        (draft) => void commands.saveDraft(draft),
        (ms, work) => {
          const timer = setTimeout(work, ms);
          return () => clearTimeout(timer);
        },
      ),
    [commands],
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
  onEdit: (edit: ComposerEdit) => void,
): void {
  const isDone = useRef(false);
  const restoreEdit = useRef(onEdit);
  useEffect(() => {
    restoreEdit.current = onEdit;
  });
  useEffect(() => {
    const restore = (): void => {
      const { loaded, drafts } = stores.drafts.getState();
      if (isDone.current || !loaded || !composer.current) return;
      isDone.current = true;
      const draft = drafts.get(c);
      if (!draft || composer.current.read().text !== '') return;
      if (draft.edit) restoreEdit.current({ ...draft.edit, text: draft.text, at: draft.at ?? [] });
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

function toBody({ text, spans }: ComposerText): Body {
  const x = text.trim();
  const at = toMentions<Mid>(spans, x, text.length - text.trimStart().length, mentionsMax);
  return at ? { x, at } : { x };
}

function toDraft(c: Draft['c'], { text, spans }: ComposerText, edit: ComposerEdit | undefined): Draft {
  const draft = { c, text, at: toMentions<Mid>(spans, text, 0, mentionsMax) };
  if (!edit) return draft;
  const target = edit.s === undefined ? { cid: edit.cid } : { s: edit.s };
  return { ...draft, edit: target as NonNullable<Draft['edit']> };
}

function toName(edit: ComposerEdit): MessageName {
  return (edit.s === undefined ? { cid: edit.cid ?? '' } : { s: edit.s }) as MessageName;
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
