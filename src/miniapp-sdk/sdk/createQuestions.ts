import { callServer } from './callServer.ts';
import type { Talk } from './createTalk.ts';
import type { Kabar } from './sdkTypes.ts';

type Questions = Pick<
  Kabar,
  'popup' | 'alert' | 'confirm' | 'scan' | 'readClipboard' | 'locate' | 'ask' | 'share' | 'contact' | 'download'
>;

/** Everything that waits for a person's answer. Most wait for each other, because a host shows one dialog at a time and drops the second. */
export function createQuestions(talk: Talk): Questions {
  const { hear, say } = talk;
  const popup: Kabar['popup'] = ({ title, message, buttons = [{ id: 'close', type: 'close' }] }) =>
    talk.dialog<string | undefined>(
      () => say('web_app_open_popup', { ...(title ? { title } : {}), message, buttons }),
      (settle) => [hear('popup_closed', (data) => settle(data?.button_id || undefined))],
    );
  return {
    popup,
    alert: async (message) => void (await popup({ message })),
    async confirm(message) {
      const buttons = [
        { id: 'ok', type: 'ok' as const },
        { id: 'cancel', type: 'cancel' as const },
      ];
      return (await popup({ message, buttons })) === 'ok';
    },
    scan: (hint) =>
      talk.dialog<string | undefined>(
        () => say('web_app_open_scan_qr_popup', hint ? { text: hint } : {}),
        (settle) => [
          hear('qr_text_received', ({ data }) => {
            say('web_app_close_scan_qr_popup');
            settle(data);
          }),
          hear('scan_qr_popup_closed', () => settle(undefined)),
        ],
      ),
    async readClipboard() {
      const ask = (id: string) => say('web_app_read_text_from_clipboard', { req_id: id });
      return (await talk.request('clipboard_text_received', ask)).data ?? undefined;
    },
    locate: () =>
      talk.dialog(
        () => say('web_app_request_location'),
        (settle) => [
          hear('location_requested', ({ available, latitude, longitude, horizontal_accuracy: accuracy }) =>
            settle(
              available && latitude !== undefined && longitude !== undefined
                ? { latitude, longitude, accuracy }
                : undefined,
            ),
          ),
        ],
      ),
    async ask(scope) {
      const ask = (id: string) => say('kabar_request_scope', { req_id: id, scope });
      return (await talk.request('kabar_scope_answered', ask)).status === 'allowed';
    },
    share: async (cardId) =>
      (await talk.request('kabar_shared', (id) => say('kabar_share', { req_id: id, id: cardId }))).status,
    contact: () => askContact(talk),
    download: (url, name) =>
      talk.dialog<boolean>(
        () => say('web_app_request_file_download', { url, file_name: name }),
        (settle) => [hear('file_download_requested', ({ status }) => settle(status === 'downloading'))],
      ),
  };
}

async function askContact(talk: Talk): Promise<string | undefined> {
  const isSent = await talk.dialog<boolean>(
    () => talk.say('web_app_request_phone'),
    (settle) => [talk.hear('phone_requested', ({ status }) => settle(status === 'sent'))],
  );
  if (!isSent) return undefined;
  const contact = await callServer(talk, 'getRequestedContact', {});
  return typeof contact === 'string' && contact !== '' ? contact : undefined;
}
