import type { Meta, StoryObj } from '@storybook/react-vite';
import { inMiniApp, wordsIn } from '#testing/inMiniApp.tsx';
import { sampleGift, sampleGifts } from '#testing/sampleMiniApps.ts';
import table from './giftPageWords.json' with { type: 'json' };
import { GiftScreen } from './GiftScreen.tsx';
import { ShopScreen } from './ShopScreen.tsx';
import { TillScreen } from './TillScreen.tsx';

const none = () => undefined;
const still = { isOffline: false, isBusy: false };
const meta: Meta = { title: 'miniapps/gift', decorators: [inMiniApp] };
export default meta;

const shop = (more: object = {}): StoryObj => ({
  render: (_, { globals }) => (
    <ShopScreen
      {...wordsIn(table, globals)}
      {...still}
      view={sampleGifts()}
      onGive={none}
      onGift={none}
      onTill={none}
      {...more}
    />
  ),
});
export const Shop = shop();
export const ShopChosen: StoryObj = {
  ...shop({ view: sampleGifts({ isStaff: true }) }),
  play: async ({ canvas, userEvent }) => {
    const [, film] = canvas.getAllByRole('button');
    if (film) await userEvent.click(film);
  },
};
export const ShopEmptyOffline = shop({ view: sampleGifts({ given: [], got: [] }), isOffline: true, isBusy: true });

const gift = (more: object = {}): StoryObj => ({
  render: (_, { globals }) => (
    <GiftScreen
      {...wordsIn(table, globals)}
      {...still}
      gift={sampleGift()}
      onShare={none}
      onTell={none}
      onBack={none}
      {...more}
    />
  ),
});
export const GiftMade = gift();
export const GiftOpened = gift({ gift: sampleGift({ state: 'opened', mine: 'opener', code: 'K7MPQ2RST9XY' }) });
export const GiftRedeemed = gift({ gift: sampleGift({ state: 'redeemed', mine: 'opener', note: null }) });
export const GiftExpired = gift({ gift: sampleGift({ state: 'expired' }) });

export const Till: StoryObj = {
  render: (_, { globals }) => (
    <TillScreen
      {...wordsIn(table, globals)}
      isBusy={false}
      said={{ text: 'Redeemed: Afternoon coffee', isBad: false }}
      onScan={none}
      onRedeem={none}
      onBack={none}
    />
  ),
};
