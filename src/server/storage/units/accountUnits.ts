import { createAccount } from './accounts/createAccount.ts';
import { findUser, getUsers } from './accounts/getUsers.ts';
import { grantAdmin } from './accounts/grantAdmin.ts';
import { getLogin, getPasswordState, setPassword } from './accounts/passwordUnits.ts';
import { getAccount } from './accounts/readAccount.ts';
import { updateAccount } from './accounts/updateAccount.ts';
import { listContactRequests, setContact } from './contacts/contactUnits.ts';
import { listDevices, markSeen, revokeDevices } from './devices/deviceUnits.ts';
import { setPref } from './prefs/setPref.ts';
import { checkSession, raiseEpoch } from './sessions/checkSession.ts';
import { cleanOps, expireSessions } from './sessions/cleanUp.ts';
import { endSession } from './sessions/endSession.ts';
import { rotateSession } from './sessions/rotateSession.ts';
import { startSession } from './sessions/startSession.ts';

/** Units of work for accounts, sessions, devices, contacts and settings; see `unit.ts` for the pattern. */
export const accountUnits = {
  checkSession,
  cleanOps,
  createAccount,
  endSession,
  expireSessions,
  findUser,
  getAccount,
  getLogin,
  getPasswordState,
  getUsers,
  grantAdmin,
  listContactRequests,
  listDevices,
  markSeen,
  raiseEpoch,
  revokeDevices,
  rotateSession,
  setContact,
  setPassword,
  setPref,
  startSession,
  updateAccount,
} as const;
