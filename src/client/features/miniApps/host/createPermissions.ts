import type { StoreApi } from 'zustand/vanilla';
import { appText } from '#domain/appRules.ts';
import { grantedFrameScopes, isGranted, isQuietScope } from '#domain/scopeRules.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppGrant } from '#protocol/entities/miniApps.ts';
import type { AppId } from '#protocol/ids.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import type { AppState } from './AppState.ts';
import type { Questions } from './createQuestions.ts';

/** What a page may have. */
export interface Permissions {
  /** The answers that the server knows. */
  load(grants: readonly AppGrant[]): void;
  /** The answer the person gave before; undefined: there is none. */
  answerOf(scope: AppScope): boolean | undefined;
  /** Why the app wants it, in the person's language; undefined: it never said that it would ask. */
  reasonOf(scope: AppScope): string | undefined;
  /** Keeps the person's answer; false also if it could not be kept. */
  decide(scope: AppScope, isAllowed: boolean): Promise<boolean>;
  /** Declared, and allowed before or now. */
  mayHave(scope: AppScope): Promise<boolean>;
  /** Permissions that the frame is made with. */
  ofFrame(): readonly AppScope[];
}

export function createPermissions(
  app: AppId,
  store: StoreApi<AppState>,
  ports: AppHostPorts,
  { ask }: Questions,
): Permissions {
  let grants = new Map<AppScope, AppGrant>();
  /** questions that have no answer yet: a page that asks twice asks once */
  const open = new Map<AppScope, Promise<boolean>>();
  const permissions: Permissions = {
    load: (list) => void (grants = new Map(list.map((grant) => [grant.scope, grant]))),
    answerOf(scope) {
      const grant = grants.get(scope);
      return grant && isGranted(grant.st);
    },
    reasonOf(scope) {
      const texts = store.getState().launch?.ask.find((entry) => entry.scope === scope)?.reason;
      return texts && appText(texts, ports.language());
    },
    async decide(scope, isAllowed) {
      const answer = await ports.rpc('app.answer', { app, scope, allow: isAllowed, op: ports.newOp() });
      if (!answer.ok) return false;
      grants = new Map(grants).set(scope, answer.data.grant);
      return isGranted(answer.data.grant.st);
    },
    mayHave(scope) {
      const answer = open.get(scope) ?? askFor(scope).finally(() => open.delete(scope));
      open.set(scope, answer);
      return answer;
    },
    ofFrame: () => grantedFrameScopes(grants),
  };
  const askFor = async (scope: AppScope): Promise<boolean> => {
    const reason = permissions.reasonOf(scope);
    if (reason === undefined) return false;
    const before = permissions.answerOf(scope);
    if (before !== undefined) return before;
    if (isQuietScope(scope)) return true;
    const choice = await ask({ kind: 'scope', scope, reason });
    // Away from the question is no answer: it may be asked again.
    return choice !== undefined && (await permissions.decide(scope, choice === 'allow'));
  };
  return permissions;
}
