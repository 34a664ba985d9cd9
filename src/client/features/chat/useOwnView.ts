import { useStore } from 'zustand';
import { lookOf, type ChatLook } from '#domain/chatLook.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';

/** What only this person sees of a chat: messages that are hidden, and how it looks. */
export function useOwnView(c: ChatId): { hidden: ReadonlySet<number> | undefined; paint: ChatLook | undefined } {
  const { stores } = useServices();
  const hidden = useStore(stores.hidden, ({ seqs }) => seqs.get(c));
  const paint = useStore(stores.prefs, ({ chatLooks }) => lookOf(chatLooks, c));
  return { hidden, paint };
}
