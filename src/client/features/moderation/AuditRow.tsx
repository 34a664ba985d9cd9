import {
  Eraser,
  Filter,
  Flag,
  Gavel,
  Hourglass,
  KeySquare,
  Settings2,
  Snowflake,
  Undo2,
  UserMinus,
  UserX,
  Volume2,
  VolumeX,
  Wrench,
  type LucideIcon,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { knownActs, knownFields } from '#domain/moderation/moderationChoices.ts';
import type { AuditAction, AuditEntry } from '#protocol/entities/moderation.ts';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { momentText } from '#client/parts/timeTexts.ts';
import { reasonText } from './reasonText.ts';
import type { Names } from './useNames.ts';

export type AuditRowProps = {
  entry: AuditEntry;
  names: Names;
  isBusy: boolean;
  onUndo: () => void;
};

const icons: Record<AuditAction, LucideIcon> = {
  mute: VolumeX,
  unmute: Volume2,
  delete: Eraser,
  kick: UserMinus,
  ban: UserX,
  freeze: Snowflake,
  thaw: Snowflake,
  config: Filter,
  slowdown: Hourglass,
  approve: Flag,
  reject: Flag,
  report: Flag,
  appeal: Gavel,
  unban: Gavel,
  settings: Settings2,
  rights: KeySquare,
  undo: Undo2,
};

const toAction = (what: string): AuditAction | undefined => knownActs.find((known) => known === what);

/** Who did what to whom, why, and the way back while there is one. */
export function AuditRow({ entry, names, isBusy, onUndo }: AuditRowProps) {
  const { t, i18n } = useTranslation();
  const what = toAction(entry.what);
  const by = entry.by === undefined ? t('moderation.audit.filter') : names.nameOf(entry.by);
  const who = entry.who === undefined ? '' : names.nameOf(entry.who);
  const fields = knownFields.filter((field) => entry.fields?.includes(field));
  const detail = [
    ...fields.map((field) => t(`moderation.audit.field.${field}`)),
    ...(entry.why ?? []).map((why) => reasonText(t, why)),
    ...(entry.until === undefined
      ? []
      : [t('moderation.audit.until', { time: momentText(entry.until, i18n.language) })]),
  ];
  const isQuoted = entry.x !== undefined && what !== 'report' && what !== 'undo';
  return (
    <li className="flex gap-3 border-t border-line px-4 py-3 first:border-0">
      <span className="grid size-8 flex-none place-items-center rounded-control bg-hover text-ink-soft">
        <Icon icon={what ? icons[what] : Wrench} size={16} />
      </span>
      <div className="grid min-w-0 flex-1 justify-items-start gap-1">
        <p className="text-15 [overflow-wrap:anywhere]">{t(`moderation.audit.what.${what ?? 'other'}`, { by, who })}</p>
        {isQuoted && (
          <p dir="auto" className="text-13 [overflow-wrap:anywhere] text-ink-soft">
            “{entry.x}”
          </p>
        )}
        {detail.length > 0 && <p className="text-13 text-ink-soft">{detail.join(' · ')}</p>}
        {entry.undo === 1 && (
          <Button kind="quiet" size="small" icon={Undo2} isDisabled={isBusy} onClick={onUndo}>
            {t('moderation.audit.undo')}
          </Button>
        )}
        {entry.undo === 2 && <Tag tone="ok">{t('moderation.audit.undone')}</Tag>}
      </div>
      <time dateTime={new Date(entry.at).toISOString()} className="flex-none text-12 text-ink-soft tabular-nums">
        {momentText(entry.at, i18n.language)}
      </time>
    </li>
  );
}
