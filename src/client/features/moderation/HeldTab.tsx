import { useTranslation } from 'react-i18next';
import type { Held } from '#protocol/entities/moderation.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { HeldCard } from './HeldCard.tsx';
import { LoadedList } from './LoadedList.tsx';
import { useAct } from './useAct.ts';
import { useLoaded } from './useLoaded.ts';
import { useNames } from './useNames.ts';

export type HeldTabProps = { c: ChatId; kind: number; canMute: boolean };

/** Messages that wait for a moderator, and those that were marked. */
export function HeldTab({ c, kind, canMute }: HeldTabProps) {
  const { t } = useTranslation();
  const services = useServices();
  const held = useLoaded('held.list', { c });
  const act = useAct();
  const names = useNames(c, kind, held.data?.items.map(({ u }) => u) ?? []);
  const decide = (item: Held, ok: boolean) =>
    services.rpc('held.decide', { c: item.c ?? c, u: item.u, i: item.i, ok, op: services.newOp() });
  const mute = async (item: Held) => {
    const refused = await decide(item, false);
    if (!refused.ok) return refused;
    return services.rpc('member.mute', { c, member: item.u, minutes: 60, op: services.newOp() });
  };
  return (
    <LoadedList loaded={held} problem={act.problem}>
      {(data) =>
        data.items.length === 0 ? (
          <EmptyState title={t('moderation.held.empty')} text={t('moderation.held.emptyText')} />
        ) : (
          <>
            <Banner tone="info">{t('moderation.held.note')}</Banner>
            {data.items.map((item) => (
              <HeldCard
                key={`${item.u} ${item.i}`}
                item={item}
                names={names}
                isBusy={act.busyKey !== undefined}
                onDecide={(ok) => void act.run(item.i, () => decide(item, ok), held.reload)}
                onMute={canMute ? () => void act.run(item.i, () => mute(item), held.reload) : undefined}
              />
            ))}
          </>
        )
      }
    </LoadedList>
  );
}
