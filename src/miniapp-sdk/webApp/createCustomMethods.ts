import { makeRequestId } from '../wire/makeRequestId.ts';
import type { Core } from './createCore.ts';

/** Hears the answer of the messenger's server: an error, or null and the result. */
export type CustomCallback = (error: string | null, result?: unknown) => unknown;

/** The part of WebApp about methods that the messenger's server answers. */
export interface CustomMethods {
  invokeCustomMethod(method: string, params?: unknown, callback?: CustomCallback): void;
}

/** Makes the {@link CustomMethods}. */
export function createCustomMethods(core: Core): CustomMethods {
  const waiting = new Map<string, CustomCallback | undefined>();
  core.hear('custom_method_invoked', ({ req_id: id, result, error }) => {
    const key = String(id);
    if (!waiting.has(key)) return;
    const callback = waiting.get(key);
    waiting.delete(key);
    if (error === undefined || error === null) callback?.(null, result);
    else callback?.(typeof error === 'string' ? error : 'UNKNOWN_ERROR');
  });
  return {
    invokeCustomMethod(method, params, callback) {
      core.demand('6.9', 'invokeCustomMethod');
      const id = makeRequestId();
      waiting.set(id, typeof callback === 'function' ? callback : undefined);
      core.post('web_app_invoke_custom_method', { req_id: id, method, params: params ?? {} });
    },
  };
}
