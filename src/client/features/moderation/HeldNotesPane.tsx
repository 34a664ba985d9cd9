import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { ChatWindow } from '#client/context.ts';
import { useLoaded } from './useLoaded.ts';
import { HeldNotes } from './HeldNotes.tsx';

/**
 * What the server keeps of my messages that this device did not send: those it sent stand in the conversation with their state. Asked for when the chat opens,
 * when one of mine was refused, and when the answer of the server is needed again after that.
 */
export function HeldNotesPane({ window: shared }: { window: ChatWindow }) {
  const c = useStore(shared.store, (state) => state.c);
  const refused = useStore(shared.store, (state) => state.chat?.me.rj);
  // Another refusal is another question.
  return <Notes key={refused?.[0] ?? ''} window={shared} c={c} />;
}

type NotesProps = { window: ChatWindow; c: ReturnType<ChatWindow['store']['getState']>['c'] };

function Notes({ window: shared, c }: NotesProps) {
  const mine = useLoaded('held.mine', { c });
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const messages = useStore(shared.store, (state) => state.messages);
  const pending = useStore(shared.store, (state) => state.pending);
  const items = mine.data?.items;
  const notes = useMemo(() => {
    if (!items || items.length === 0) return [];
    // One that was let in has come as a message; one that this device sent is there already.
    const known = new Set<string>(messages.map(({ i }) => i));
    for (const { action } of pending) if (action.t === 'send') known.add(action.cid);
    return items.filter(({ i }) => !known.has(i) && !hidden.has(i));
  }, [items, messages, pending, hidden]);
  return (
    <HeldNotes
      notes={notes.map(({ i, x, at, no }) => ({ i, x, at, isRefused: no === 1 }))}
      onHide={({ i }) => setHidden(new Set([...hidden, i]))}
    />
  );
}
