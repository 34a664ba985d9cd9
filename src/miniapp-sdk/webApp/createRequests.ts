import { parseQuery } from '../wire/queryStrings.ts';
import { parseObject } from '../wire/launchParams.ts';
import { createAsk } from './createAsk.ts';
import type { Core } from './createCore.ts';
import type { CustomMethods } from './createCustomMethods.ts';

/** The part of WebApp about what a person can allow or send. */
export interface Requests {
  requestWriteAccess(callback?: unknown): void;
  requestContact(callback?: unknown): void;
  shareMessage(id: unknown, callback?: unknown): void;
  downloadFile(params: unknown, callback?: unknown): void;
}

/** Times at which a contact is asked for after it was sent, ms: it travels from the host to the server first. */
const contactDelays = [0, 150, 300, 600, 1_200];

/** Makes the {@link Requests}. */
export function createRequests(core: Core, { invokeCustomMethod }: CustomMethods): Requests {
  const write = createAsk<[boolean]>(core, 'WebAppWriteAccessRequested', 'A question for writing');
  core.hear('write_access_requested', ({ status }) => {
    if (write.close(status === 'allowed')) core.emit('writeAccessRequested', { status });
  });
  const contact = createAsk<[boolean, ContactAnswer]>(core, 'WebAppContactRequested', 'A question for the contact');
  core.hear('phone_requested', ({ status }) => {
    if (!contact.isOpen()) return;
    const tell = (answer: ContactAnswer) => {
      if (contact.close(status === 'sent', answer)) core.emit('contactRequested', answer);
    };
    if (status === 'sent') fetchContact(core, invokeCustomMethod, 0, tell);
    else tell({ status: 'cancelled' });
  });
  return {
    requestWriteAccess(callback) {
      core.demand('6.9', 'requestWriteAccess');
      write.open(callback);
      core.post('web_app_request_write_access');
    },
    requestContact(callback) {
      core.demand('6.9', 'requestContact');
      contact.open(callback);
      core.post('web_app_request_phone');
    },
    ...createSharing(core),
    ...createDownloads(core),
  };
}

interface ContactAnswer {
  status: 'sent' | 'cancelled';
  /** The contact as the messenger signed it, for the app's server. */
  response?: string;
  responseUnsafe?: Record<string, unknown>;
}

function fetchContact(
  core: Core,
  invoke: CustomMethods['invokeCustomMethod'],
  attempt: number,
  tell: (answer: ContactAnswer) => void,
): void {
  const delay = contactDelays[attempt];
  // Sent it was; the app's server gets it in any case.
  if (delay === undefined) return tell({ status: 'sent' });
  core.page.setTimeout(() => {
    invoke('getRequestedContact', {}, (_, result) => {
      if (typeof result !== 'string' || result === '') return fetchContact(core, invoke, attempt + 1, tell);
      const values = parseQuery(result);
      const responseUnsafe = { ...values, contact: parseObject(values['contact']) };
      return tell({ status: 'sent', response: result, responseUnsafe });
    });
  }, delay);
}

function createSharing(core: Core): Pick<Requests, 'shareMessage'> {
  const share = createAsk<[boolean]>(core, 'WebAppShareMessageOpened', 'A message to share');
  core.hear('prepared_message_sent', () => {
    if (share.close(true)) core.emit('shareMessageSent');
  });
  core.hear('prepared_message_failed', ({ error }) => {
    if (share.close(false)) core.emit('shareMessageFailed', { error });
  });
  return {
    shareMessage(id, callback) {
      core.demand('8.0', 'shareMessage');
      share.open(callback);
      core.post('web_app_send_prepared_message', { id: String(id) });
    },
  };
}

function createDownloads(core: Core): Pick<Requests, 'downloadFile'> {
  const download = createAsk<[boolean]>(core, 'WebAppDownloadFilePopupOpened', 'A download');
  core.hear('file_download_requested', ({ status }) => {
    if (download.close(status === 'downloading')) core.emit('fileDownloadRequested', { status });
  });
  return {
    downloadFile(params, callback) {
      core.demand('8.0', 'downloadFile');
      const { url, file_name: name } = (params ?? {}) as { url?: unknown; file_name?: unknown };
      const wrong = (why: string): never => core.refuse('WebAppDownloadFileParamInvalid', why);
      if (typeof url !== 'string' || !URL.canParse(url) || new URL(url).protocol !== 'https:')
        return wrong('The address of a file begins with https.');
      if (typeof name !== 'string' || name === '') return wrong('A file needs a name.');
      download.open(callback);
      core.post('web_app_request_file_download', { url, file_name: name });
    },
  };
}
