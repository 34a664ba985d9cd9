import { appScopes, frameScopes, grantState, quietScopes, type AppScope } from '#protocol/entities/appScopes.ts';

const isOneOf = (list: readonly AppScope[], scope: AppScope): boolean => list.includes(scope);

/** Whether a name, from wherever, is that of something an app can be allowed. */
export const isAppScope = (name: string): name is AppScope => (appScopes as readonly string[]).includes(name);

/** Whether the frame gets it as a permission of the browser. */
export const isFrameScope = (scope: AppScope): boolean => isOneOf(frameScopes, scope);

/** Whether the act itself is the question, so that an app has this without an answer. */
export const isQuietScope = (scope: AppScope): boolean => isOneOf(quietScopes, scope);

/** Whether an answer was a yes. `st`: see `grantState`; undefined: nobody was asked. */
export const isGranted = (st: number | undefined): boolean => st === grantState.allowed;

/** Permissions of a frame: those that the person said yes to, always in the same order. `answers`: his, see `grantState`. */
export const grantedFrameScopes = (answers: ReadonlyMap<AppScope, { readonly st: number }>): readonly AppScope[] =>
  frameScopes.filter((scope) => isGranted(answers.get(scope)?.st));

/** Whether a person lets an app have something: it said that it would ask, and he said yes; where no question is asked, he did not say no. `st`: his answer, see `grantState`. */
export const isScopeAllowed = (scope: AppScope, isDeclared: boolean, st: number | undefined): boolean =>
  isDeclared && (st === undefined ? isQuietScope(scope) : isGranted(st));
