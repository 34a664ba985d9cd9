/** A place where people wait. `waiting`: how many. `wait`: what a new ticket would wait, ms. */
export interface PlaceView {
  readonly id: string;
  readonly name: string;
  readonly isOpen: boolean;
  readonly waiting: number;
  readonly wait: number;
  /** label of the ticket at the counter */
  readonly serving: string | null;
}

export type TicketState = 'waiting' | 'serving' | 'done' | 'skipped' | 'left';

/** A ticket as its owner, or somebody who was shown it, sees it. `before`: how many wait before it. `first`: how many waited when it was taken. `line`: who is next, by label. */
export interface TicketView {
  readonly id: string;
  readonly place: PlaceView;
  readonly label: string;
  readonly state: TicketState;
  readonly isOwn: boolean;
  readonly before: number;
  readonly first: number;
  readonly wait: number;
  readonly line: readonly string[];
}

/** What the page of a person shows. `v`: changes with everything that may be seen. `staff`: places where the person works. */
export interface QueueView {
  readonly v: number;
  readonly places: readonly PlaceView[];
  readonly tickets: readonly TicketView[];
  readonly shown: TicketView | null;
  readonly staff: readonly string[];
}

/** What staff of a place see. `now`: the server's clock, ms. `current`: the ticket at the counter; commands name it, so that two people who press at once do not skip somebody. */
export interface CounterView {
  readonly v: number;
  readonly now: number;
  readonly place: PlaceView;
  readonly current: { readonly id: string; readonly label: string } | null;
  readonly waiting: readonly { readonly id: string; readonly label: string; readonly since: number }[];
}
