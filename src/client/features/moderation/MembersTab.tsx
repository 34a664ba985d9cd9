import { useTranslation } from 'react-i18next';
import { wayOut } from '#domain/moderation/moderationChoices.ts';
import type { Appeal } from '#protocol/entities/moderation.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { Button } from '#client/ui/Button.tsx';
import { momentText } from '#client/parts/timeTexts.ts';
import { LoadedList } from './LoadedList.tsx';
import { PeopleSection } from './PeopleSection.tsx';
import { useAct } from './useAct.ts';
import { useLoaded } from './useLoaded.ts';
import { useNames, type Names } from './useNames.ts';

export type MembersTabProps = { c: ChatId; kind: number; canMute: boolean; canBan: boolean; hearsAppeals: boolean };

/** Who may not write, who left lately, and who asks the admins. */
export function MembersTab({ c, kind, canMute, canBan, hearsAppeals }: MembersTabProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const members = useLoaded('members.left', { c });
  const act = useAct();
  const { left: gone = [], muted: silent = [], banned: out = [] } = members.data ?? {};
  const mids = [...gone, ...silent, ...out].map(({ u }) => u);
  const names = useNames(c, kind, mids);
  const unmute = (mid: number) =>
    void act.run(
      String(mid),
      () => services.rpc('member.mute', { c, member: mid as MemberId, minutes: 0, op: services.newOp() }),
      members.reload,
    );
  const unban = (mid: number) =>
    void act.run(
      String(mid),
      () => services.rpc('chat.ban', { c, member: mid as MemberId, ban: false, op: services.newOp() }),
      members.reload,
    );
  return (
    <div className="grid gap-8">
      {hearsAppeals && <AppealsSection c={c} kind={kind} onLifted={members.reload} />}
      <LoadedList loaded={members} problem={act.problem}>
        {({ left, muted, banned }) => (
          <div className="grid gap-8">
            <PeopleSection
              title={t('moderation.members.muted')}
              empty={t('moderation.members.noneMuted')}
              names={names}
              rows={muted.map(({ u, until }) => ({
                key: String(u),
                mid: u,
                detail: t('moderation.audit.until', { time: momentText(until, i18n.language) }),
                end: canMute && (
                  <Button kind="quiet" size="small" isDisabled={act.busyKey !== undefined} onClick={() => unmute(u)}>
                    {t('moderation.members.unmute')}
                  </Button>
                ),
              }))}
            />
            <PeopleSection
              title={t('moderation.members.banned')}
              empty={t('moderation.members.noneBanned')}
              names={names}
              rows={banned.map(({ u, at }) => ({
                key: String(u),
                mid: u,
                detail: at === undefined ? '' : momentText(at, i18n.language),
                end: canBan && (
                  <Button kind="quiet" size="small" isDisabled={act.busyKey !== undefined} onClick={() => unban(u)}>
                    {t('moderation.members.unban')}
                  </Button>
                ),
              }))}
            />
            <PeopleSection
              title={t('moderation.members.left')}
              empty={t('moderation.members.noneLeft')}
              names={names}
              rows={left.map(({ u, st, at }) => ({
                key: String(u),
                mid: u,
                detail: `${t(`moderation.members.state.${wayOut(st)}`)} · ${momentText(at, i18n.language)}`,
              }))}
            />
          </div>
        )}
      </LoadedList>
    </div>
  );
}

function AppealsSection({ c, kind, onLifted }: Pick<MembersTabProps, 'c' | 'kind'> & { onLifted: () => void }) {
  const services = useServices();
  const appeals = useLoaded('appeal.list', { c });
  const act = useAct();
  const names = useNames(c, kind, appeals.data?.items.map(({ u }) => u) ?? []);
  const decide = (id: string, lift: boolean) =>
    void act.run(
      id,
      () => services.rpc('appeal.decide', { c, id, lift, op: services.newOp() }),
      () => {
        appeals.reload();
        onLifted();
      },
    );
  return (
    <LoadedList loaded={appeals} problem={act.problem}>
      {({ items }) => <Appeals items={items} names={names} isBusy={act.busyKey !== undefined} onDecide={decide} />}
    </LoadedList>
  );
}

export type AppealsProps = {
  items: readonly Appeal[];
  names: Names;
  isBusy: boolean;
  onDecide: (id: string, lift: boolean) => void;
};

/** What people who were muted, removed or banned ask, with the two answers. */
export function Appeals({ items, names, isBusy, onDecide }: AppealsProps) {
  const { t, i18n } = useTranslation();
  const detailOf = ({ st, until }: Appeal): string =>
    until === undefined
      ? t(`moderation.members.state.${wayOut(st)}`)
      : `${t('moderation.reports.act.mute')} · ${t('moderation.audit.until', { time: momentText(until, i18n.language) })}`;
  return (
    <PeopleSection
      title={t('moderation.members.appeals')}
      empty={t('moderation.members.noneAppeals')}
      names={names}
      rows={items.map((appeal) => ({
        key: appeal.id,
        mid: appeal.u,
        detail: detailOf(appeal),
        below: (
          <>
            <p dir="auto" className="text-15 [overflow-wrap:anywhere] whitespace-pre-wrap">
              {appeal.x}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button kind="tonal" size="small" isDisabled={isBusy} onClick={() => onDecide(appeal.id, true)}>
                {t('moderation.members.lift')}
              </Button>
              <Button kind="quiet" size="small" isDisabled={isBusy} onClick={() => onDecide(appeal.id, false)}>
                {t('moderation.members.keep')}
              </Button>
            </div>
          </>
        ),
      }))}
    />
  );
}
