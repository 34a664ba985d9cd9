import { addBundle } from './miniApps/addBundle.ts';
import { dropBundles } from './miniApps/dropBundles.ts';
import { listDeadBundles } from './miniApps/listDeadBundles.ts';
import { readServing } from './miniApps/readServing.ts';

/** Units of work behind the addresses of mini-apps; see `unit.ts` for the pattern. */
export const gatewayUnits = { addBundle, dropBundles, listDeadBundles, readServing } as const;
