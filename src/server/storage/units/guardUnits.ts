import { cleanActs } from './guard/cleanActs.ts';
import { decideAct } from './guard/decideAct.ts';
import { listActs } from './guard/listActs.ts';
import { performDueAct } from './guard/performDueAct.ts';
import { undoAct } from './guard/undoAct.ts';

/** Units of work for acts that wait for a second admin or can be undone; see `unit.ts` for the pattern. */
export const guardUnits = { cleanActs, decideAct, listActs, performDueAct, undoAct } as const;
