import { useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { faceId } from '#domain/faceId.ts';
import type { ConnectRequest } from '#protocol/entities/connectRequest.ts';
import { useServices } from '#client/context.ts';
import { askKey } from '#client/stores/peopleStore.ts';
import { problemText } from '#client/parts/problemText.ts';
import { ConnectList, type ConnectRow } from './ConnectList.tsx';

/** Members of my communities who ask to connect, and the two answers. Looked for when the page opens, when somebody asks and when the line is back. */
export function ConnectPane() {
  const { t } = useTranslation();
  const { rpc, newOp, stores } = useServices();
  const isLive = useStore(stores.health, ({ status }) => status.phase === 'live');
  const asked = useStore(stores.people, (state) => state.asked);
  const [items, setItems] = useState<readonly ConnectRequest[]>([]);
  const [busyKey, setBusyKey] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [round, look] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let isWanted = true;
    void rpc('connect.list', {}).then((answer) => {
      // Without a network what was there stays.
      if (!isWanted || !answer.ok) return;
      setItems(answer.data.items);
      const asks = new Set(answer.data.items.map(askKey));
      stores.people.setState(({ asksSeen }) => ({ asks, asksSeen: new Set([...asksSeen, ...asks]) }));
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, stores, isLive, round, asked]);
  const answer = async ({ key }: ConnectRow, accept: boolean) => {
    const asked = items.find((item) => askKey(item) === key);
    if (!asked || busyKey !== undefined) return;
    setBusyKey(key);
    setProblem(undefined);
    const ack = await rpc('connect.answer', { c: asked.c, member: asked.u, accept, op: newOp() });
    setBusyKey(undefined);
    if (!ack.ok) setProblem(ack.code === 'NOT_FOUND' ? t('friends.connect.gone') : problemText(t, ack));
    if (ack.ok || ack.code === 'NOT_FOUND') setItems((now) => now.filter((item) => askKey(item) !== key));
    look();
  };
  return (
    <ConnectList
      rows={items.map((item) => ({
        key: askKey(item),
        faceId: faceId(item.u, item.av === undefined ? {} : { av: item.av }),
        name: item.nn,
        place: item.title,
      }))}
      busyKey={busyKey}
      problem={problem}
      onAnswer={(row, accept) => void answer(row, accept)}
    />
  );
}
