import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { hidesAccounts } from '#domain/moderation/moderationChoices.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import { nameOf } from '#client/stores/nameOf.ts';

/** How members are shown. */
export interface Names {
  nameOf: (mid: number) => string;
  /** what gives a face its colour */
  faceOf: (mid: number) => string;
}

/** Names of the members of a chat, also of those who have left. In a community they come from the chat alone, elsewhere from what this device knows of people. */
export function useNames(c: ChatId, kind: number, mids: readonly number[]): Names {
  const { t } = useTranslation();
  const services = useServices();
  const people = useStore(services.stores.people);
  const [nicknames, setNicknames] = useState<ReadonlyMap<number, string>>(new Map());
  const comebacks = useComebacks();
  const isCommunity = hidesAccounts(kind);
  const key = [...new Set(mids)].toSorted((a, b) => a - b).join(',');
  useEffect(() => {
    const ids = key === '' ? [] : key.split(',').map(Number);
    if (ids.length === 0) return;
    if (!isCommunity) {
      const { users } = services.stores.people.getState();
      const unknown = ids.filter((id) => !users.has(id as UserId)) as UserId[];
      if (unknown.length > 0) services.wantUsers(unknown);
      return;
    }
    void services.rpc('members.list', { c, ids: ids.slice(0, 100) as MemberId[] }).then((answer) => {
      if (!answer.ok) return;
      const found = answer.data.items.flatMap(({ u, nn }): [number, string][] => (nn === undefined ? [] : [[u, nn]]));
      setNicknames((last) => new Map([...last, ...found]));
    });
  }, [services, c, isCommunity, key, comebacks]);
  return useMemo(
    () => ({
      nameOf: (mid) => {
        // In a community I am known by what the chat says of me, like everybody.
        if (!isCommunity && mid === (services.me.userId as number))
          return services.stores.session.getState().account?.name ?? t('common.you');
        return (isCommunity ? nicknames.get(mid) : nameOf(people, mid)) ?? t('moderation.audit.someone');
      },
      faceOf: (mid) => (isCommunity ? String(mid) : faceOf(people, mid)),
    }),
    [people, nicknames, isCommunity, services, t],
  );
}
