import type { BridgeCall, BridgeMethod } from '#protocol/bridge.ts';
import type { AppWish } from '#client/stores/openAppsStore.ts';
import type { AppHost } from './AppHost.ts';
import { deviceCalls } from './calls/deviceCalls.ts';
import { lookCalls } from './calls/lookCalls.ts';
import { personCalls } from './calls/personCalls.ts';
import { windowCalls } from './calls/windowCalls.ts';

/** What one method does. */
export type CallAnswer<Method extends BridgeMethod> = (
  host: AppHost,
  data: Extract<BridgeCall, { method: Method }>['data'],
  wish: AppWish,
) => void | Promise<void>;
/** Answers to some of the methods. */
export type CallAnswers<Methods extends BridgeMethod> = { [Method in Methods]: CallAnswer<Method> };

/** Every method has an answer; one that is missing does not compile. */
const answers: CallAnswers<BridgeMethod> = { ...lookCalls, ...windowCalls, ...personCalls, ...deviceCalls };

/** Does what a page asked for. What fails on the way is the page's loss alone. */
export function answerCall(host: AppHost, wish: AppWish, call: BridgeCall): void {
  const answer = answers[call.method] as CallAnswer<BridgeMethod>;
  void Promise.resolve(answer(host, call.data, wish)).catch((error: unknown) => reportError(error));
}
