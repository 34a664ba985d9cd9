import { type AppScope } from '#protocol/entities/appScopes.ts';
import type { AppLogEntry } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { lockUse } from './lockUse.ts';
import { noteEvent } from './noteEvent.ts';
import { readScopes } from './readScopes.ts';
import { requireOpen } from './standingAt.ts';

export interface HandingInput {
  readonly app: AppId;
  readonly user: UserId;
  readonly op: OpId;
  readonly scope: AppScope;
  readonly n?: number | undefined;
}

/** What only the person's device can hand out. The server notes by itself what it gives. */
const events: { readonly [Scope in AppScope]?: AppLogEntry['what'] } = {
  location: 'location',
  camera: 'camera',
  microphone: 'microphone',
  clipboard: 'clipboard',
  share: 'shared',
};

/** Notes that an app is being given something by the person's device. Throws NOT_FOUND, FORBIDDEN (not allowed to have it, or not the device's to give). */
export const noteHanding = writeUnit(async (tx, input: HandingInput): Promise<null> => {
  const { app, user, op, scope, n } = input;
  await withOp(tx, { userId: user, op, name: 'app.note' }, async () => {
    const row = await lockUse(tx, app, user);
    await requireOpen(tx, row, user);
    const what = events[scope];
    const scopes = await readScopes(tx, app, user);
    if (!what || !scopes.isAllowed(scope)) throw new AppError('FORBIDDEN');
    await tx.sql('UPDATE app_grants SET used_at = ? WHERE app_id = ? AND user_id = ? AND scope = ?', [
      ...[tx.now, app, user, scope],
    ]);
    if (scope === 'share')
      await tx.sql('UPDATE app_uses SET acts = ? WHERE app_id = ? AND user_id = ?', [limits.appActsMax, app, user]);
    await noteEvent(tx, input, what, n === undefined ? {} : { n });
    return {};
  });
  return null;
});
