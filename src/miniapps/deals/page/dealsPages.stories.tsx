import type { Meta, StoryObj } from '@storybook/react-vite';
import { inMiniApp, wordsIn } from '#testing/inMiniApp.tsx';
import { sampleDeals, sampleNow, sampleProduct } from '#testing/sampleMiniApps.ts';
import table from './dealsPageWords.json' with { type: 'json' };
import { ProductScreen } from './ProductScreen.tsx';
import { ProductsScreen } from './ProductsScreen.tsx';

const none = () => undefined;
const meta: Meta = { title: 'miniapps/deals', decorators: [inMiniApp] };
export default meta;

export const Products: StoryObj = {
  render: (_, { globals }) => (
    <ProductsScreen {...wordsIn(table, globals)} products={sampleDeals().products} isOffline={false} onProduct={none} />
  ),
};
const product = (more: object = {}): StoryObj => ({
  render: (_, { globals }) => (
    <ProductScreen
      {...wordsIn(table, globals)}
      product={sampleProduct()}
      isStaff={false}
      now={sampleNow}
      isOffline={false}
      isBusy={false}
      onFollow={none}
      onShare={none}
      onClaim={none}
      onCopy={none}
      onPrice={none}
      onBack={none}
      {...more}
    />
  ),
});
const coupon = { id: 'c', words: 'Rp 50.000 off', until: sampleNow + 1, left: 3, code: 'PELAN-50K' };
export const Product = product();
export const ProductClaimed = product({ product: sampleProduct({ isFollowed: true, isLowest: false, coupon }) });
export const ProductCouponOver = product({
  product: sampleProduct({ coupon: { ...coupon, code: null, until: sampleNow - 1 } }),
});
export const ProductNoCoupon = product({ product: sampleProduct({ coupon: null }), isOffline: true });
export const ProductForStaff = product({ isStaff: true, isBusy: true });
