import { useEffect, useId, useState } from 'react';
import type { MonthDays } from '#client/context.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { DayCalendar } from '#client/ui/DayCalendar.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { toWeights } from './toWeights.ts';

export type JumpToDateProps = {
  t: Translate;
  language: string;
  /** what was pressed; it gets the focus back */
  anchor: Element;
  /** the day the reader is at, today, and the day the chat began: local, `YYYY-MM-DD` */
  day: string;
  today: string;
  since: string;
  /** whether the server can be asked */
  isLive: boolean;
  /** see `Services.listDays` */
  load: (month: string, show: (days: MonthDays) => void) => Promise<void>;
  onPick: (seq: number) => void;
  onFirst: () => void;
  onClose: () => void;
};

/** A calendar of the days with messages: at what was pressed, or as a sheet on a phone. */
export function JumpToDate(props: JumpToDateProps) {
  const { t, anchor, onClose } = props;
  const [isPhone] = useState(() => globalThis.matchMedia('(max-width: 699px)').matches);
  if (isPhone) {
    return (
      <Sheet isOpen onClose={onClose} title={t('jump.date.title')} closeLabel={t('chat.actions.close')}>
        <Days {...props} />
      </Sheet>
    );
  }
  return (
    <Popover label={t('jump.date.title')} isOpen onClose={onClose} anchor={anchor} placement="bottom end">
      <div className="p-3">
        <Days {...props} />
      </div>
    </Popover>
  );
}

function Days({ t, language, day, today, since, isLive, load, onPick, onFirst }: JumpToDateProps) {
  const noteId = useId();
  const [month, setMonth] = useState(day.slice(0, 7));
  const { days, state } = useMonth(load, month, isLive);
  return (
    <div
      className="w-[280px] max-tablet:mx-auto max-tablet:w-[308px] pointer-coarse:w-[308px]"
      aria-describedby={noteId}
    >
      <DayCalendar
        label={t('jump.date.title')}
        days={toWeights(days)}
        min={since < day ? since : day}
        max={today}
        day={day}
        language={language}
        labels={{
          previous: t('jump.date.previous'),
          next: t('jump.date.next'),
          today: t('jump.date.day.today'),
          chosen: t('jump.date.day.chosen'),
          first: t('jump.date.day.first'),
          last: t('jump.date.day.last'),
        }}
        onMonth={setMonth}
        onPick={(picked) => {
          const found = days.find((each) => each.day === picked);
          if (found) onPick(found.seq);
        }}
      />
      <div className="mt-2 flex min-h-hit items-center gap-2 border-t border-line ps-2 pt-2">
        <p
          id={noteId}
          role="status"
          className={`flex min-h-[2lh] min-w-0 flex-1 basis-0 items-center text-12 text-balance ${state === 'cached' ? 'text-warn' : 'text-ink-soft'}`}
        >
          {t(`jump.date.${state}`)}
        </p>
        <Button kind="ghost" size="small" onClick={onFirst}>
          {t('jump.date.first')}
        </Button>
      </div>
    </div>
  );
}

type MonthState = 'loading' | 'cached' | 'none' | 'ready';

/** The days of the month on screen. Months that were seen are kept, and all are asked for again when the connection comes back. */
function useMonth(load: JumpToDateProps['load'], month: string, isLive: boolean) {
  const [known, setKnown] = useState<ReadonlyMap<string, MonthDays>>(new Map());
  const [settled, setSettled] = useState<ReadonlySet<string>>(new Set());
  const round = `${month} ${isLive}`;
  const isWhole = known.get(month)?.isWhole ?? false;
  useEffect(() => {
    if (isWhole) return undefined;
    let isWanted = true;
    void load(month, (days) => {
      if (isWanted) setKnown((old) => new Map(old).set(month, days));
    }).then(() => {
      if (isWanted) setSettled((old) => new Set(old).add(round));
    });
    return () => {
      isWanted = false;
    };
  }, [load, month, round, isWhole]);
  const days = known.get(month)?.days ?? [];
  const isOver = isWhole || settled.has(round);
  const state: MonthState = !isOver ? 'loading' : !isWhole ? 'cached' : days.length === 0 ? 'none' : 'ready';
  return { days, state };
}
