import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { faceId } from '#domain/faceId.ts';
import { useServices } from '#client/context.ts';
import { askKey } from '#client/stores/peopleStore.ts';
import { problemText } from '#client/parts/problemText.ts';
import { ConnectList, type ConnectRow } from './ConnectList.tsx';
import { useLoadAsks } from './useAsks.ts';

/** Members of my communities who ask to connect, and the two answers. Looked for when the page opens; news of them come to every page ({@link useAsks}). */
export function ConnectPane() {
  const { t } = useTranslation();
  const { rpc, newOp, stores } = useServices();
  const load = useLoadAsks();
  const items = useStore(stores.people, (state) => state.asks);
  const [busyKey, setBusyKey] = useState<string>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => void load(), [load]);
  useEffect(() => {
    if (items.length === 0) return;
    stores.people.setState(({ asksSeen }) => ({ asksSeen: new Set([...asksSeen, ...items.map(askKey)]) }));
  }, [stores, items]);
  const answer = async ({ key }: ConnectRow, accept: boolean) => {
    const asked = items.find((item) => askKey(item) === key);
    if (!asked || busyKey !== undefined) return;
    setBusyKey(key);
    setProblem(undefined);
    const ack = await rpc('connect.answer', { c: asked.c, member: asked.u, accept, op: newOp() });
    setBusyKey(undefined);
    if (!ack.ok) setProblem(ack.code === 'NOT_FOUND' ? t('friends.connect.gone') : problemText(t, ack));
    if (ack.ok || ack.code === 'NOT_FOUND')
      stores.people.setState(({ asks }) => ({ asks: asks.filter((item) => askKey(item) !== key) }));
    void load();
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
