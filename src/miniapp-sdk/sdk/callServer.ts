import { createKabarError } from './createKabarError.ts';
import type { Talk } from './createTalk.ts';

/** Calls a method that the messenger's server answers. Refused with REFUSED and the server's word. */
export async function callServer(talk: Talk, method: string, params: unknown): Promise<unknown> {
  const answer = await talk.request('custom_method_invoked', (id) =>
    talk.say('web_app_invoke_custom_method', { req_id: id, method, params }),
  );
  if (answer.error === undefined) return answer.result;
  throw createKabarError('REFUSED', `The messenger refused ${method}: ${answer.error}`, answer.error);
}
