import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { isPlace } from '#domain/chatTraits.ts';
import type { MemberId } from '#protocol/ids.ts';
import { useComebacks, useServices } from '#client/context.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { GroupChat } from '../GroupChat.ts';

/** As many as one question may name. */
const most = 100;

/** Names of who made or did something in a chat, of the first 100. In a community, whose members this device does not hold, they are asked for. */
export function useMakerNames(
  { c, kind }: GroupChat,
  made: readonly { by: MemberId }[] | undefined,
): (mid: MemberId) => string | undefined {
  const { rpc, stores } = useServices();
  const people = useStore(stores.people);
  const [asked, setAsked] = useState<ReadonlyMap<number, string>>(new Map());
  const comebacks = useComebacks();
  const isOwnNames = isPlace(kind);
  const key = useMemo(
    () =>
      [...new Set((made ?? []).map(({ by }) => by))]
        .slice(0, most)
        .toSorted((one, other) => one - other)
        .join(),
    [made],
  );
  useEffect(() => {
    if (!isOwnNames || key === '') return undefined;
    let isWanted = true;
    const ids = key.split(',').map(Number) as MemberId[];
    void rpc('members.list', { c, ids }).then((answer) => {
      if (isWanted && answer.ok) setAsked(new Map(answer.data.items.map(({ u, nn = '' }) => [u, nn])));
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, c, isOwnNames, key, comebacks]);
  return (mid) => (isOwnNames ? asked.get(mid) : nameOf(people, mid));
}
