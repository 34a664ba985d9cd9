import { createAccount } from './accounts/createAccount.ts';
import { findUser } from './accounts/findUser.ts';
import { getAccount } from './accounts/getAccount.ts';
import { getLogin } from './accounts/getLogin.ts';
import { getPasswordState } from './accounts/getPasswordState.ts';
import { getUsers } from './accounts/getUsers.ts';
import { grantAdmin } from './accounts/grantAdmin.ts';
import { setPassword } from './accounts/setPassword.ts';
import { updateAccount } from './accounts/updateAccount.ts';
import { listContactRequests } from './contacts/listContactRequests.ts';
import { setContact } from './contacts/setContact.ts';
import { listDevices } from './devices/listDevices.ts';
import { markSeen } from './devices/markSeen.ts';
import { revokeDevices } from './devices/revokeDevices.ts';
import { setPref } from './prefs/setPref.ts';
import { checkSession } from './sessions/checkSession.ts';
import { cleanOps } from './sessions/cleanOps.ts';
import { endSession } from './sessions/endSession.ts';
import { expireSessions } from './sessions/expireSessions.ts';
import { raiseEpoch } from './sessions/raiseEpoch.ts';
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
