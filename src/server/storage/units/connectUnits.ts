import { answerConnect } from './connect/answerConnect.ts';
import { askToConnect } from './connect/askToConnect.ts';
import { listConnects } from './connect/listConnects.ts';

/** Units of work about members who want to know each other; see `unit.ts` for the pattern. */
export const connectUnits = { answerConnect, askToConnect, listConnects } as const;
