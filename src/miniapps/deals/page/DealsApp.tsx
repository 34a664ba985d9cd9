import { useCallback, useState } from 'react';
import type { AppPage } from '#miniapps/kit/page/AppPage.ts';
import { LoadingPage } from '#miniapps/kit/page/LoadingPage.tsx';
import { shareCard } from '#miniapps/kit/page/shareCard.ts';
import { StaffDoor } from '#miniapps/kit/page/StaffDoor.tsx';
import { useAct } from '#miniapps/kit/page/useAct.ts';
import { useLive } from '#miniapps/kit/page/useLive.ts';
import type { DealsView } from '#miniapps/deals/server/dealsShapes.ts';
import type { DealsPageWords } from './dealsParts.ts';
import { ProductScreen } from './ProductScreen.tsx';
import { ProductsScreen } from './ProductsScreen.tsx';

/** Prices change seldom: the page looks again after this time, ms. */
const pauseMs = 15_000;

/** The deals: all products, and one of them. */
export function DealsApp({ page }: { page: AppPage<DealsPageWords> }) {
  const { kabar, server, words, kit, lang, start } = page;
  const [shown, setShown] = useState(() => /^product-(.+)$/.exec(start)?.[1]);
  const [isAtDoor, setAtDoor] = useState(start === 'staff-shop');
  const act = useAct(kit);
  const load = useCallback(() => server.get<DealsView>('/api/deals'), [server]);
  const live = useLive(kabar, load, pauseMs);
  const view = live.value;
  if (!view) return <LoadingPage kit={kit} error={live.error} />;
  const { isBusy, said } = act;
  const change = (work: () => Promise<string | undefined>) =>
    act.run(async () => {
      try {
        return await work();
      } finally {
        await live.refresh();
      }
    });
  if (isAtDoor && !view.isStaff) {
    const onEnter = (code: string) => change(async () => void (await server.post('/api/staff', { code })));
    return <StaffDoor {...{ kit, isBusy, said, onEnter }} place={words.title} onBack={() => setAtDoor(false)} />;
  }
  const product = view.products.find(({ id }) => id === shown);
  if (!product)
    return (
      <ProductsScreen
        {...{ words, kit, lang }}
        products={view.products}
        isOffline={live.isOffline}
        onProduct={setShown}
      />
    );
  const path = `/api/products/${product.id}`;
  const follow = async (on: boolean) => {
    // Asked for right after the tap, while the reason is plain.
    const asked = on ? kabar.ask('write') : undefined;
    await server.post(`${path}/follow`, { on });
    return asked && ((await asked) ? words.told : words.notTold);
  };
  const copy = async (code: string) => {
    await navigator.clipboard.writeText(code).catch((_: unknown) => copyBySelection(code));
    return kit.copied;
  };
  return (
    <ProductScreen
      {...{ words, kit, lang, product, isBusy, said }}
      isStaff={view.isStaff}
      isOffline={live.isOffline}
      now={view.now}
      onFollow={(on) => change(() => follow(on))}
      onShare={() => act.run(() => shareCard(page, `${path}/card`))}
      onClaim={(coupon) => change(async () => void (await server.post(`/api/coupons/${coupon}`)))}
      onCopy={(code) => act.run(() => copy(code))}
      onPrice={(price) => change(async () => void (await server.post(`${path}/price`, { price })))}
      onBack={() => setShown(undefined)}
    />
  );
}

/** The only way to the clipboard for a page in a frame that was not given it. */
function copyBySelection(text: string): void {
  const field = document.createElement('textarea');
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand('copy');
  field.remove();
}
