import type { AppPage } from '#miniapps/kit/page/AppPage.ts';
import { LineError } from '#miniapps/kit/page/createServerLine.ts';
import { fillWords } from '#miniapps/kit/page/pageWords.ts';
import { useAct } from '#miniapps/kit/page/useAct.ts';
import type { GiftItemView } from '#miniapps/gift/server/giftShapes.ts';
import type { GiftPageWords } from './giftParts.ts';
import { TillScreen } from './TillScreen.tsx';

/** The till, with the messenger's scanner. */
export function TillPage({ page, onBack }: { page: AppPage<GiftPageWords>; onBack: () => void }) {
  const { kabar, server, words, kit } = page;
  const act = useAct(kit);
  const redeem = async (code: string) => {
    try {
      const { item } = await server.post<{ item: GiftItemView }>('/api/staff/redeem', { code });
      kabar.haptic('success');
      return fillWords(words.took, { item: item.name });
    } catch (error) {
      const refusal = error instanceof LineError ? error.code : '';
      kabar.haptic('error');
      if (refusal === 'NOT_FOUND' || refusal === 'BAD') return words.noCode;
      if (refusal === 'GONE') return words.usedCode;
      throw error;
    }
  };
  const scan = async () => {
    const code = await kabar.scan(words.scan);
    return code === undefined ? undefined : redeem(code);
  };
  return (
    <TillScreen
      {...{ words, kit, onBack }}
      isBusy={act.isBusy}
      said={act.said}
      onScan={() => act.run(scan)}
      onRedeem={(code) => act.run(() => redeem(code))}
    />
  );
}
