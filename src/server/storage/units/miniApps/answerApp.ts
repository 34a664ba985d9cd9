import { isGranted } from '#domain/scopeRules.ts';
import { grantState, type AppScope } from '#protocol/entities/appScopes.ts';
import type { AppGrant, AppLogEntry } from '#protocol/entities/miniApps.ts';
import { AppError } from '#protocol/errors.ts';
import type { AppId, OpId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { withOp } from '#server/storage/units/accounts/withOp.ts';
import { writeUnit, type Tx } from '#server/storage/unit.ts';
import { lockUse } from './lockUse.ts';
import { noteEvent } from './noteEvent.ts';
import { readScopes } from './readScopes.ts';
import { requireOpen } from './standingAt.ts';

export interface AnswerInput {
  readonly app: AppId;
  readonly user: UserId;
  readonly op: OpId;
  readonly scope: AppScope;
  readonly allow: boolean;
}

/**
 * A person's answer to a scope, in force for whatever is asked after it. A no can be said to whatever was allowed, also when the app is closed or no longer asks for it.
 * Throws NOT_FOUND (never opened, removed), FORBIDDEN (it never said that it would ask for this, or a yes to an app that is closed).
 */
export const answerApp = writeUnit(async (tx, input: AnswerInput): Promise<AppGrant> => {
  const operation = { userId: input.user, op: input.op, name: 'app.answer' };
  const { result } = await withOp(tx, operation, async (): Promise<AppGrant> => {
    const row = await lockUse(tx, input.app, input.user);
    if (input.allow) await requireOpen(tx, row, input.user);
    const scopes = await readScopes(tx, input.app, input.user);
    const before = scopes.grantOf(input.scope);
    const isKnown = scopes.isDeclared(input.scope) || (!input.allow && before !== undefined);
    if (!isKnown) throw new AppError('FORBIDDEN', { message: 'the app does not ask for this' });
    return keepAnswer(tx, input, before);
  });
  return result;
});

async function keepAnswer(tx: Tx, input: AnswerInput, before: AppGrant | undefined): Promise<AppGrant> {
  const { app, user, scope, allow } = input;
  const st = allow ? grantState.allowed : grantState.denied;
  await tx.sql(
    `INSERT INTO app_grants (app_id, user_id, scope, state, at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (app_id, user_id, scope) DO UPDATE SET state = excluded.state, at = excluded.at`,
    [app, user, scope, st, tx.now],
  );
  // A first answer is one to a question of the app; later ones are the person's own change of mind.
  if (before === undefined)
    await tx.sql('UPDATE app_uses SET asked = asked + 1, yes = yes + ? WHERE app_id = ? AND user_id = ?', [
      allow ? 1 : 0,
      app,
      user,
    ]);
  await applyAnswer(tx, input);
  await noteEvent(tx, input, toEvent(allow, before), { scope });
  return { scope, st, at: tx.now, ...(before?.used === undefined ? {} : { used: before.used }) };
}

const toEvent = (allow: boolean, before: AppGrant | undefined): AppLogEntry['what'] => {
  if (allow) return 'allowed';
  return isGranted(before?.st) ? 'revoked' : 'denied';
};

/** What an answer changes at once: a yes to messages is an act that some may follow, a no ends them; values go with the leave to keep them. */
async function applyAnswer(tx: Tx, { app, user, scope, allow }: AnswerInput): Promise<void> {
  if (scope === 'write')
    await tx.sql('UPDATE app_uses SET acts = ? WHERE app_id = ? AND user_id = ?', [
      allow ? limits.appActsMax : 0,
      app,
      user,
    ]);
  if (scope === 'storage' && !allow)
    await tx.sql('DELETE FROM app_values WHERE app_id = ? AND user_id = ?', [app, user]);
}
