import { useEffect, useState } from 'react';
import { useIsLive, useServices, type KeptApps } from '#client/context.ts';

/** What this device kept of the mini-apps page, read again when the connection goes: by then there may be more. `isRead`: it was looked for; until then nothing is said about it. */
export function useKeptApps(): { kept: KeptApps | undefined; isRead: boolean } {
  const { appShelf } = useServices();
  const isLive = useIsLive();
  const [state, setState] = useState<{ kept: KeptApps | undefined; isRead: boolean }>({
    kept: undefined,
    isRead: false,
  });
  useEffect(() => {
    let isHere = true;
    void appShelf.read().then((kept) => {
      if (isHere) setState({ kept, isRead: true });
    });
    return () => {
      isHere = false;
    };
  }, [appShelf, isLive]);
  return state;
}
