import { useEffect, useState } from 'react';
import { textLang } from '#client/parts/textLang.ts';
import { clockTime, dayName, isoTime } from '#client/parts/timeTexts.ts';
import { Dialog } from '#client/ui/Dialog.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';
import { dayOf } from '../model/dayOf.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';

/** An earlier text; `at`: server clock, ms. */
export interface MessageVersion {
  x: string;
  at: number;
}

export type VersionsDialogProps = {
  look: LineLook;
  item: FeedItem;
  /** Undefined: they could not be had. */
  load: (item: FeedItem) => Promise<readonly MessageVersion[] | undefined>;
  onClose: () => void;
};

/** What an edited message said before: old texts struck out, the current one last. */
export function VersionsDialog({ look, item, load, onClose }: VersionsDialogProps) {
  const { t } = look;
  const [versions, setVersions] = useState<readonly MessageVersion[] | 'loading' | undefined>('loading');
  useEffect(() => {
    let isCurrent = true;
    void load(item).then((answer) => {
      if (isCurrent) setVersions(answer);
    });
    return () => {
      isCurrent = false;
    };
  }, [item, load]);
  return (
    <Dialog isOpen onClose={onClose} title={t('chat.versions.title')} closeLabel={t('chat.actions.close')}>
      {versions === 'loading' && (
        <p role="status" className="flex items-center gap-2 py-2 text-13 text-ink-soft">
          <Spinner /> {t('chat.versions.loading')}
        </p>
      )}
      {versions === undefined && (
        <p role="alert" className="py-2 text-13 text-danger">
          {t('chat.versions.failed')}
        </p>
      )}
      <ol className="grid gap-2">
        {Array.isArray(versions) &&
          (versions as readonly MessageVersion[]).map((version, index) => (
            <Version key={index} look={look} {...version} isOld />
          ))}
        <Version look={look} x={item.text} at={item.row?.ed ?? item.at} isOld={false} />
      </ol>
    </Dialog>
  );
}

function Version({ look, x, at, isOld }: MessageVersion & { look: LineLook; isOld: boolean }) {
  const day = dayOf(at);
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-13 max-tablet:grid-cols-1">
      <time dateTime={isoTime(at)} className="text-ink-faint tabular-nums">
        {day === look.today ? '' : `${dayName(day, look.today, look.language)} `}
        {clockTime(at, look.language)}
      </time>
      {isOld ? (
        <del lang={textLang(x, look.language)} className="whitespace-pre-wrap text-ink-soft">
          {x}
        </del>
      ) : (
        <span lang={textLang(x, look.language)} className="whitespace-pre-wrap">
          {x}
        </span>
      )}
    </li>
  );
}
