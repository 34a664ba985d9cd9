import { useEffect, useState } from 'react';
import type { AppId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';

/** Where apps of this installation run: the host name with `{app}` for the id. Told by an app that exists; undefined while there is none to ask. */
export function useAppHost(known: AppId | undefined): string | undefined {
  const { rpc } = useServices();
  const [place, setPlace] = useState<string>();
  useEffect(() => {
    let isHere = true;
    const asked = known === undefined ? rpc('app.list', {}) : rpc('app.get', { ids: [known] });
    void asked.then((answer) => {
      const [card] = answer.ok ? answer.data.apps : [];
      if (isHere && card?.host.includes(card.id)) setPlace(card.host.replace(card.id, '{app}'));
    });
    return () => {
      isHere = false;
    };
  }, [rpc, known]);
  return place;
}
