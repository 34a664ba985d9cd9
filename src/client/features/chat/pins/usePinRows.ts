import { useEffect, useState } from 'react';
import type { Pin } from '#protocol/entities/chatSettings.ts';
import type { Row } from '#protocol/entities/messages.ts';
import { useIsLive, useServices } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';

/**
 * The announced messages: those that are loaded, the others asked from the server, which leaves out what I may not see. `null`: it is not for my eyes;
 * absent: not known yet.
 */
export function usePinRows(state: ChatWindowState, pins: readonly Pin[]): ReadonlyMap<number, Row | null> {
  const services = useServices();
  const [asked, setAsked] = useState<ReadonlyMap<number, Row | null>>(new Map());
  const { c, chat, messages } = state;
  // What could not be asked is asked again when the server is back.
  const isLive = useIsLive();
  const wanted = new Set(pins.map(({ s }) => s));
  const loaded = new Map(messages.filter(({ s }) => wanted.has(s)).map((row) => [row.s, row as Row]));
  // An edit of an announced message changes its place in the head only; the newest announcement tells when to look again.
  const missing = pins.flatMap(({ s, at }) => (loaded.has(s) ? [] : [`${s}.${at}`])).join(' ');
  const rev = chat?.meta.r;
  useEffect(() => {
    const seqs = missing === '' ? [] : missing.split(' ').map((key) => Number.parseInt(key, 10));
    if (seqs.length === 0) return undefined;
    let isWanted = true;
    void services.rpc('messages.get', { c, seqs }).then((answer) => {
      if (!isWanted || !answer.ok) return;
      const found = new Map(answer.data.rows.map((row) => [row.s, row]));
      setAsked((before) => new Map([...before, ...seqs.map((s) => [s, found.get(s) ?? null] as const)]));
    });
    return () => {
      isWanted = false;
    };
  }, [services, c, missing, rev, isLive]);
  const rows = new Map<number, Row | null>([...asked, ...loaded]);
  for (const [s, row] of rows) if (row?.del !== undefined) rows.set(s, null);
  return rows;
}
