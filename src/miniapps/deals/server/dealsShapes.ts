/** One price from a moment on. `at`: ms. */
export interface PricePoint {
  readonly at: number;
  readonly price: number;
}

/** A coupon as one person sees it. `code`: once it was claimed. `left`: how many are. `until`: last moment, ms. */
export interface CouponView {
  readonly id: string;
  readonly words: string;
  readonly until: number;
  readonly left: number;
  readonly code: string | null;
}

/** A product as one person sees it. Prices are whole rupiah. `lowest`: in the last 90 days, today included. `usual`: highest of them. `isLowest`: it costs less now than on any day before. */
export interface ProductView {
  readonly id: string;
  readonly name: string;
  readonly shop: string;
  readonly price: number;
  readonly lowest: number;
  readonly usual: number;
  readonly isLowest: boolean;
  readonly isFollowed: boolean;
  readonly history: readonly PricePoint[];
  readonly coupon: CouponView | null;
}

/** What the page shows. `now`: the server's clock, ms. `isStaff`: may set prices. */
export interface DealsView {
  readonly now: number;
  readonly products: readonly ProductView[];
  readonly isStaff: boolean;
}
