import { useMemo } from 'react';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import { originalsOf } from '#client/stores/originalsOf.ts';
import type { LineLook } from './lines/LineLook.ts';

/** What lines of a window know of other messages: what they answer, what is hidden, and the threads on them. One object while nothing of it changes. */
export function useQuoting(
  { store }: Pick<ChatWindow, 'store'>,
  { hidden, threads }: Pick<LineLook, 'hidden' | 'threads'>,
): Pick<LineLook, 'hidden' | 'threads'> & { originals: NonNullable<LineLook['originals']> } {
  const services = useServices();
  const { c } = store.getState();
  return useMemo(
    () => ({ hidden, threads, originals: originalsOf(store, (seqs, show) => services.findMessages(c, seqs, show)) }),
    [hidden, threads, store, services, c],
  );
}
