import { endThread, listIdleThreads } from './threads/endThreads.ts';
import { loadThreadNews } from './threads/loadThreadNews.ts';
import { startThread } from './threads/startThread.ts';

/** Units of work about threads; see `unit.ts` for the pattern. */
export const threadUnits = { endThread, listIdleThreads, loadThreadNews, startThread } as const;
