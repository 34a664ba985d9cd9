/** Where a gift is. `made`: nobody has opened it. */
export type GiftState = 'made' | 'opened' | 'redeemed' | 'expired';

/** Something that can be given. `points`: test points of the installation; they are not money. */
export interface GiftItemView {
  readonly id: string;
  readonly name: string;
  readonly shop: string;
  readonly points: number;
}

/** A gift as one person sees it. `code`: to redeem it with; only for whoever has opened it, as long as it can be redeemed. `mine`: what the person is to it. */
export interface GiftView {
  readonly id: string;
  readonly item: GiftItemView;
  readonly to: string | null;
  readonly from: string | null;
  readonly note: string | null;
  readonly state: GiftState;
  readonly until: number;
  readonly mine: 'giver' | 'opener' | null;
  readonly code: string | null;
}

/** What the page shows. `points`: what the person has. `moves`: the last movements of them, newest first. */
export interface GiftsView {
  readonly points: number;
  readonly items: readonly GiftItemView[];
  readonly given: readonly GiftView[];
  readonly got: readonly GiftView[];
  readonly moves: readonly { readonly at: number; readonly points: number; readonly why: string }[];
  readonly isStaff: boolean;
}
