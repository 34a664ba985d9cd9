import { answerApp } from './miniApps/answerApp.ts';
import { deleteAppValues, getAppValues, listAppKeys, saveAppValue } from './miniApps/appValues.ts';
import { cleanApps } from './miniApps/cleanApps.ts';
import { closeApp } from './miniApps/closeApp.ts';
import { createApp } from './miniApps/createApp.ts';
import { decideVersion } from './miniApps/decideVersion.ts';
import { findApps } from './miniApps/findApps.ts';
import { forgetApp } from './miniApps/forgetApp.ts';
import { getApps } from './miniApps/getApps.ts';
import { getPassport } from './miniApps/getPassport.ts';
import { installApp } from './miniApps/installApp.ts';
import { launchApp } from './miniApps/launchApp.ts';
import { listMadeApps } from './miniApps/listMadeApps.ts';
import { listRecentApps } from './miniApps/listRecentApps.ts';
import { listReview } from './miniApps/listReview.ts';
import { noteHanding } from './miniApps/noteHanding.ts';
import { readAppKey } from './miniApps/readAppKey.ts';
import { removeApp } from './miniApps/removeApp.ts';
import { reportApp } from './miniApps/reportApp.ts';
import { saveApp } from './miniApps/saveApp.ts';
import { sendAppData } from './miniApps/sendAppData.ts';
import { setAppSecret } from './miniApps/setAppSecret.ts';
import { setTesters } from './miniApps/setTesters.ts';
import { settleApp } from './miniApps/settleApp.ts';
import { submitApp } from './miniApps/submitApp.ts';
import { takeContact } from './miniApps/takeContact.ts';
import { useVersion } from './miniApps/useVersion.ts';

/** Units of work about mini-apps; see `unit.ts` for the pattern. */
export const appUnits = {
  ...{ answerApp, forgetApp, launchApp, noteHanding, reportApp, sendAppData, takeContact },
  ...{ deleteAppValues, getAppValues, listAppKeys, saveAppValue },
  ...{ findApps, getApps, getPassport, listRecentApps, readAppKey },
  ...{ createApp, listMadeApps, removeApp, saveApp, setAppSecret, setTesters, submitApp, useVersion },
  ...{ closeApp, decideVersion, listReview, settleApp },
  ...{ cleanApps, installApp },
} as const;
