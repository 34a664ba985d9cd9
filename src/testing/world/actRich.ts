import { askActions } from './actions/askActions.ts';
import { fileActions } from './actions/fileActions.ts';
import { laterActions } from './actions/laterActions.ts';
import { privateActions } from './actions/privateActions.ts';
import { furtherActs } from './furtherActs.ts';

/** In a rich world: files, messages of later, what people keep and hide, what they want of everybody. */
export const actRich = furtherActs({
  actions: { ...askActions, ...fileActions, ...laterActions, ...privateActions },
  weights: {
    ...{ askToConfirm: 4, confirm: 4, nudge: 4, callAll: 4 },
    ...{ sendFiles: 10, filesAndText: 8, pauseFile: 3, goOnWithFile: 4, cancelFile: 3, uploadSpeed: 6, cutUploads: 4 },
    ...{ cleanFiles: 2, schedule: 8, changeLater: 4, dropLater: 3, sendLaterNow: 3 },
    ...{ keep: 6, note: 5, dropKept: 4, hide: 5 },
  },
  share: 0.4,
  salt: [7_368_787, 0x85ebca6b],
});
