import './smallWorld.ts';
import { threadsFrom } from './createWorld.ts';
import { describeWorlds, seedsFrom } from './describeWorlds.ts';

describeWorlds('worlds with threads, a room, notes and albums', { seeds: seedsFrom(threadsFrom, 100) });
