import { isAppScope } from '#domain/scopeRules.ts';
import type { CallAnswers } from '../answerCall.ts';
import { shareErrors, shareCard } from './shareCard.ts';

type PersonMethod =
  | 'web_app_data_send'
  | 'web_app_request_write_access'
  | 'web_app_request_phone'
  | 'web_app_invoke_custom_method'
  | 'web_app_read_text_from_clipboard'
  | 'web_app_send_prepared_message'
  | 'web_app_check_location'
  | 'web_app_request_location'
  | 'web_app_open_location_settings'
  | 'kabar_request_scope'
  | 'kabar_share';

/** What a page wants of the person. */
export const personCalls: CallAnswers<PersonMethod> = {
  async web_app_data_send({ ports }, { data }, { app }) {
    await ports.rpc('app.data', { app, data, op: ports.newOp() });
    ports.close();
  },
  async web_app_request_write_access(host) {
    const isAllowed = await host.mayHave('write');
    host.ports.send('write_access_requested', { status: isAllowed ? 'allowed' : 'cancelled' });
  },
  async web_app_request_phone(host) {
    const isKnown = host.answerOf('contact') !== undefined;
    const isAllowed = (await host.mayHave('contact')) && (!isKnown || (await host.renew('contact')));
    host.ports.send('phone_requested', { status: isAllowed ? 'sent' : 'cancelled' });
  },
  async web_app_invoke_custom_method({ ports }, { req_id, method, params }, { app }) {
    const answer = await ports.rpc('app.method', { app, method, params, op: ports.newOp() });
    ports.send(
      'custom_method_invoked',
      answer.ok ? { req_id, result: answer.data.result } : { req_id, error: answer.msg ?? answer.code },
    );
  },
  async web_app_read_text_from_clipboard(host, { req_id }) {
    const { ports } = host;
    // Allowed once is not read at any time: each text is handed over by a press of its own.
    const isAllowed = await host.mayHave('clipboard');
    const isPasted = isAllowed && (await host.ask({ kind: 'paste' })) === 'paste';
    const text = isPasted && (await host.note('clipboard')) ? await ports.readClipboard() : undefined;
    ports.send('clipboard_text_received', { req_id, data: text ?? null });
  },
  async web_app_send_prepared_message(host, { id }) {
    const result = await shareCard(host, id);
    if (result === 'sent') host.ports.send('prepared_message_sent', undefined);
    else host.ports.send('prepared_message_failed', { error: shareErrors[result] });
  },
  web_app_check_location({ ports, store, answerOf }) {
    const { launch } = store.getState();
    if (!launch?.ask.some(({ scope }) => scope === 'location'))
      return ports.send('location_checked', { available: false });
    const answer = answerOf('location');
    ports.send('location_checked', {
      available: true,
      access_requested: answer !== undefined,
      access_granted: answer === true,
    });
  },
  async web_app_request_location(host) {
    const { ports } = host;
    const isAllowed = await host.mayHave('location');
    const place = isAllowed && (await host.note('location')) ? await ports.locate() : undefined;
    ports.send('location_requested', place ? { available: true, ...place } : { available: false });
  },
  web_app_open_location_settings: ({ ports }) => ports.openPassport(),
  async kabar_request_scope(host, { req_id, scope }) {
    const isAllowed = isAppScope(scope) && (await host.mayHave(scope));
    host.ports.send('kabar_scope_answered', { req_id, status: isAllowed ? 'allowed' : 'denied' });
  },
  async kabar_share(host, { req_id, id }) {
    const result = await shareCard(host, id);
    const status = result === 'sent' ? 'sent' : result === 'declined' ? 'cancelled' : 'failed';
    host.ports.send('kabar_shared', { req_id, status });
  },
};
