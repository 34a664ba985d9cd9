import { stayActions } from './actions/stayActions.ts';
import { furtherActs } from './furtherActs.ts';

/** In a restless world: who goes is back before everybody has heard of it. */
export const actStays = furtherActs({
  actions: stayActions,
  weights: { outAndIn: 8, inAndOut: 4, outAndInWhileConnecting: 8, leaveAndJoin: 4, connectLate: 3, newsLate: 3 },
  share: 0.5,
  salt: [5_915_587, 0x27d4eb2f],
});
