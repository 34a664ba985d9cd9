import './smallWorld.ts';
import { richFrom } from './createWorld.ts';
import { describeWorlds, seedsFrom } from './describeWorlds.ts';

describeWorlds('worlds with files, messages of later and private things', { seeds: seedsFrom(richFrom, 100) });
