import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppPage } from '#miniapps/kit/page/AppPage.ts';
import { LineError } from '#miniapps/kit/page/createServerLine.ts';
import { LoadingPage } from '#miniapps/kit/page/LoadingPage.tsx';
import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import { shareCard } from '#miniapps/kit/page/shareCard.ts';
import { StaffDoor } from '#miniapps/kit/page/StaffDoor.tsx';
import { useAct } from '#miniapps/kit/page/useAct.ts';
import { useLive } from '#miniapps/kit/page/useLive.ts';
import type { GiftsView, GiftView } from '#miniapps/gift/server/giftShapes.ts';
import { GiftScreen } from './GiftScreen.tsx';
import type { GiftPageWords } from './giftParts.ts';
import { ShopScreen } from './ShopScreen.tsx';
import { TillPage } from './TillPage.tsx';

/** How often the page looks what became of its gifts, ms. */
const pauseMs = 5_000;

type Where = { at: 'shop' } | { at: 'gift'; id: string } | { at: 'till' };

function firstPlace(start: string): Where {
  if (start === 'staff-till') return { at: 'till' };
  const [, id] = /^gift-([\w-]{22})$/.exec(start) ?? [];
  return id === undefined ? { at: 'shop' } : { at: 'gift', id };
}

/** The gifts: choosing one, looking at one, the till. */
export function GiftApp({ page }: { page: AppPage<GiftPageWords> }) {
  const { kabar, server, words, kit, lang, start } = page;
  const [where, go] = useState(() => firstPlace(start));
  const act = useAct(kit);
  const key = useRef(crypto.randomUUID());
  const load = useCallback(() => server.get<GiftsView>('/api/gifts'), [server]);
  const live = useLive(kabar, load, pauseMs);
  const view = live.value;
  const { isBusy, said } = act;
  const onBack = () => go({ at: 'shop' });
  if (!view) return <LoadingPage kit={kit} error={live.error} />;
  if (where.at === 'till') {
    if (view.isStaff) return <TillPage page={page} onBack={onBack} />;
    const onEnter = (code: string) =>
      act.run(async () => {
        await server.post('/api/staff', { code });
        await live.refresh();
        return undefined;
      });
    return <StaffDoor {...{ kit, isBusy, said, onEnter, onBack }} place={words.till} />;
  }
  const frame = { words, kit, isBusy, said, isOffline: live.isOffline };
  if (where.at === 'gift') {
    const gift = [...view.got, ...view.given].find(({ id }) => id === where.id);
    if (!gift) return <OpenGift page={page} id={where.id} onOpened={live.refresh} onBack={onBack} />;
    const tell = async () => ((await kabar.ask('write')) ? words.told : words.notTold);
    return (
      <GiftScreen
        {...frame}
        {...{ lang, gift, onBack }}
        onShare={() => act.run(() => shareCard(page, `/api/gifts/${gift.id}/card`))}
        onTell={() => act.run(tell)}
      />
    );
  }
  const give = async (wish: { item: string; to: string; note: string }) => {
    const [to, note] = [wish.to.trim() || null, wish.note.trim() || null];
    // The same key until it went well: whoever presses again after a dead line pays once.
    const { id } = await server
      .post<GiftView>('/api/gifts', { item: wish.item, to, note, key: key.current })
      .catch((error: unknown) => {
        if (error instanceof LineError && error.code !== 'OFFLINE') key.current = crypto.randomUUID();
        throw error;
      });
    key.current = crypto.randomUUID();
    await live.refresh();
    go({ at: 'gift', id });
    return undefined;
  };
  return (
    <ShopScreen
      {...frame}
      view={view}
      onGive={(wish) => act.run(() => give(wish))}
      onGift={(id) => go({ at: 'gift', id })}
      onTill={() => go({ at: 'till' })}
    />
  );
}

/** A gift that the person was sent: opening it is a tap of its own, because it binds the gift to whoever does it. */
function OpenGift(props: {
  page: AppPage<GiftPageWords>;
  id: string;
  onOpened: () => Promise<void>;
  onBack: () => void;
}) {
  const { page, id, onOpened, onBack } = props;
  const { words, kit, server } = page;
  const { isBusy, said, run } = useAct(kit);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  const open = () =>
    run(async () => {
      const { state } = await server.post<GiftView>(`/api/gifts/${id}/open`).catch((error: unknown) => {
        if (error instanceof LineError && error.code === 'GONE') return { state: 'taken' };
        throw error;
      });
      if (state === 'taken') return words.taken;
      await onOpened();
      return undefined;
    });
  return (
    <PageFrame kit={kit} title={words.title} isOffline={false} said={said} onBack={onBack}>
      <button ref={button} className="main wide" disabled={isBusy} onClick={open}>
        {words.openGift}
      </button>
    </PageFrame>
  );
}
