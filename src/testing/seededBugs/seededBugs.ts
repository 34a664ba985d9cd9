import { clientBugs } from './clientBugs.ts';
import { richBugs } from './richBugs.ts';
import { serverBugs } from './serverBugs.ts';
import { threadBugs } from './threadBugs.ts';
import type { SeededBug } from './seededBugTypes.ts';

/** Every mistake that the world must notice. Names that begin with `a` and a number are the cases behind the amendments of the protocol's design. */
export const seededBugs: readonly SeededBug[] = [...serverBugs, ...clientBugs, ...richBugs, ...threadBugs];
