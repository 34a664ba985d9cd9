import './smallWorld.ts';
import { restlessFrom } from './createWorld.ts';
import { describeWorlds, seedsFrom } from './describeWorlds.ts';

describeWorlds('worlds whose people come and go', { seeds: seedsFrom(restlessFrom, 50) });
