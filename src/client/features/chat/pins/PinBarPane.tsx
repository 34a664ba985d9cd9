import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { hiddenPinsKey, hidePin, shownPins } from '#domain/pinRules.ts';
import { isCardMessage } from '#domain/chatTraits.ts';
import { plainLine } from '#domain/readCardHead.ts';
import { canAnnounce } from '#domain/permissions.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { momentYearText } from '#client/parts/timeTexts.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { PinBar, type ShownPin } from './PinBar.tsx';
import { usePinRows } from './usePinRows.ts';

export type PinBarPaneProps = {
  state: ChatWindowState;
  nameOf: (mid: number) => string;
  onJump: (seq: number) => void;
  /** a word to show about what did not work */
  onProblem: (text: string) => void;
};

/** Announcements of the open chat that I may see and have not hidden. */
export function PinBarPane({ state, nameOf, onJump, onProblem }: PinBarPaneProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const { chat, c } = state;
  const hidden = useStore(services.stores.prefs, ({ hiddenPins }) => hiddenPins.get(c)) ?? [];
  const all = chat?.meta.pins ?? [];
  const pins = shownPins(all, hidden, useNow(all.map(({ ex }) => ex)));
  const rows = usePinRows(state, pins);
  if (!chat) return null;
  const shown = pins.flatMap(({ s, ex }): ShownPin[] => {
    const row = rows.get(s);
    // Not for my eyes: from before I came in, or unsent.
    if (row === null) return [];
    const text = row?.b?.['x'];
    return [
      {
        seq: s,
        text: typeof text === 'string' ? (row && isCardMessage(row.k) ? plainLine(text) : text) : undefined,
        author: row && nameOf(row.u),
        until: ex === undefined ? undefined : t('guard.pins.until', { time: momentYearText(ex, i18n.language) }),
      },
    ];
  });
  if (shown.length === 0) return null;
  const remove = (s: number) =>
    void services.rpc('chat.pin', { c, s, on: false, op: services.newOp() }).then((answer) => {
      if (!answer.ok) onProblem(problemText(t, answer));
    });
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set: chat.meta.set };
  return (
    <PinBar
      pins={shown}
      onJump={onJump}
      onHide={(seq) => {
        const pin = all.find(({ s }) => s === seq);
        if (!pin) return;
        const val = JSON.stringify(hidePin(all, hidden, pin));
        void services.commands.setPref({ key: hiddenPinsKey(c), val });
      }}
      onRemove={canAnnounce(standing) ? remove : undefined}
    />
  );
}

/** Longest time a browser's timer can be set to, ms. */
const longestMs = 2 ** 31 - 1;

/** The server's time, anew whenever one of these times (ms) has come. */
function useNow(ends: readonly (number | undefined)[]): number {
  const { serverNow } = useServices();
  const [now, setNow] = useState(serverNow);
  const next = Math.min(...ends.flatMap((end) => (end !== undefined && end > now ? [end] : [])));
  useEffect(() => {
    if (!Number.isFinite(next)) return undefined;
    const timer = setTimeout(() => setNow(serverNow()), Math.min(longestMs, Math.max(0, next - serverNow()) + 50));
    return () => clearTimeout(timer);
    // A timer that came before its time, because none can be set so far ahead, is followed by another one.
  }, [next, now, serverNow]);
  return now;
}
