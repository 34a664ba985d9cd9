import type { BridgeButton, BridgeEvent, BridgeEvents, BridgeMethod, BridgePopup } from '#protocol/bridge.ts';
import type { PageWindow } from '../wire/openLine.ts';
import { answerCustomMethod } from './answerCustomMethod.ts';
import type { MockScreen } from './createMockScreen.ts';
import type { MockMemory } from './mockMemory.ts';
import { mockThemes } from './mockThemes.ts';

/** How the mock host answers questions for permission: a dialog, or always the same. */
export type MockConsent = 'ask' | 'allow' | 'deny';

/** What answers are made of. */
export interface MockTools {
  page: PageWindow;
  screen: MockScreen;
  memory: MockMemory;
  consent: MockConsent;
  scheme: 'light' | 'dark';
  tell<Event extends BridgeEvent>(
    event: Event,
    ...data: BridgeEvents[Event] extends undefined ? [] : [BridgeEvents[Event]]
  ): void;
}

type Fields = Record<string, unknown>;
type Answers = Partial<Record<BridgeMethod, (data: Fields) => void>>;

/** What the mock host does for each method. One that is not here has no effect that a page could notice. */
export function createAnswers(tools: MockTools): Answers {
  return {
    ...createRoomAnswers(tools),
    ...createButtonAnswers(tools),
    ...createDialogAnswers(tools),
    ...createRefusals(tools),
  };
}

function createRoomAnswers({ page, screen, scheme, tell }: MockTools): Answers {
  const noInsets = { top: 0, right: 0, bottom: 0, left: 0 };
  const sayRoom = () =>
    tell('viewport_changed', {
      height: page.innerHeight,
      width: page.innerWidth,
      is_expanded: true,
      is_state_stable: true,
    });
  page.addEventListener('resize', sayRoom);
  return {
    web_app_ready: () => screen.note('ready'),
    web_app_close: () => screen.note('close: Kabar would close the page here'),
    web_app_expand: sayRoom,
    web_app_request_viewport: sayRoom,
    web_app_request_theme: () => tell('theme_changed', { theme_params: mockThemes[scheme] }),
    web_app_request_safe_area: () => tell('safe_area_changed', noInsets),
    web_app_request_content_safe_area: () => tell('content_safe_area_changed', noInsets),
    web_app_request_fullscreen: () => tell('fullscreen_changed', { is_fullscreen: true }),
    web_app_exit_fullscreen: () => tell('fullscreen_changed', { is_fullscreen: false }),
    web_app_data_send: ({ data }) => screen.note(`data for the app's server: ${String(data)}`),
    web_app_open_link: ({ url }) => screen.note(`link: ${String(url)}`),
    web_app_open_tg_link: ({ path_full: path }) => screen.note(`link inside the messenger: ${String(path)}`),
    web_app_switch_inline_query: ({ query }) => screen.note(`query: ${String(query)}`),
  };
}

function createButtonAnswers({ screen }: MockTools): Answers {
  const setUp = (name: 'main' | 'secondary' | 'back' | 'settings') => (data: Fields) =>
    screen.button(name, data as BridgeButton);
  return {
    web_app_setup_main_button: setUp('main'),
    web_app_setup_secondary_button: setUp('secondary'),
    web_app_setup_back_button: setUp('back'),
    web_app_setup_settings_button: setUp('settings'),
  };
}

function createDialogAnswers({ page, screen, memory, consent, tell }: MockTools): Answers {
  const choose = async (message: string): Promise<boolean> => {
    if (consent !== 'ask') return consent === 'allow';
    const buttons = [
      { id: 'yes', text: 'Allow' },
      { id: 'no', text: 'Deny' },
    ];
    return (await screen.popup({ message, buttons })) === 'yes';
  };
  const ask = (message: string, answer: (isAllowed: boolean) => void) => void choose(message).then(answer);
  return {
    web_app_open_popup: (data) =>
      void screen.popup(data as unknown as BridgePopup).then((id) => tell('popup_closed', id ? { button_id: id } : {})),
    web_app_open_scan_qr_popup() {
      const text = page.prompt('Text of the QR code');
      if (text === null) tell('scan_qr_popup_closed');
      else tell('qr_text_received', { data: text });
    },
    web_app_close_scan_qr_popup: () => tell('scan_qr_popup_closed'),
    web_app_read_text_from_clipboard: ({ req_id: id }) =>
      ask('Read the clipboard?', (isAllowed) =>
        tell('clipboard_text_received', { req_id: String(id), data: isAllowed ? 'text of the clipboard' : null }),
      ),
    web_app_request_write_access: () =>
      ask('May the app write messages?', (isAllowed) =>
        tell('write_access_requested', { status: isAllowed ? 'allowed' : 'cancelled' }),
      ),
    web_app_request_phone: () =>
      ask('Share the contact?', (isAllowed) => tell('phone_requested', { status: isAllowed ? 'sent' : 'cancelled' })),
    web_app_check_location: () =>
      tell('location_checked', { available: true, access_requested: true, access_granted: consent !== 'deny' }),
    web_app_request_location: () =>
      ask('Tell the place?', (isAllowed) =>
        tell(
          'location_requested',
          isAllowed
            ? { available: true, latitude: 25.033, longitude: 121.5654, horizontal_accuracy: 30 }
            : { available: false },
        ),
      ),
    web_app_send_prepared_message: () =>
      ask('Share the message?', (isAllowed) =>
        isAllowed ? tell('prepared_message_sent') : tell('prepared_message_failed', { error: 'USER_DECLINED' }),
      ),
    web_app_request_file_download: ({ file_name: name }) =>
      ask(`Download ${String(name)}?`, (isAllowed) =>
        tell('file_download_requested', { status: isAllowed ? 'downloading' : 'cancelled' }),
      ),
    web_app_invoke_custom_method: ({ req_id: id, method, params }) =>
      tell('custom_method_invoked', { req_id: String(id), ...answerCustomMethod(memory, String(method), params) }),
    kabar_request_scope: ({ req_id: id, scope }) =>
      ask(`Allow ${String(scope)}?`, (isAllowed) =>
        tell('kabar_scope_answered', { req_id: String(id), status: isAllowed ? 'allowed' : 'denied' }),
      ),
    kabar_share: ({ req_id: id }) =>
      ask('Share the card?', (isAllowed) =>
        tell('kabar_shared', { req_id: String(id), status: isAllowed ? 'sent' : 'cancelled' }),
      ),
  };
}

/** What Kabar itself refuses: pages meet the same answers here. */
function createRefusals({ tell }: MockTools): Answers {
  const error = 'UNSUPPORTED' as const;
  return {
    web_app_open_invoice: ({ slug }) => tell('invoice_closed', { slug: String(slug), status: 'failed' }),
    web_app_biometry_get_info: () => tell('biometry_info_received', { available: false }),
    web_app_biometry_request_access: () => tell('biometry_info_received', { available: false }),
    web_app_biometry_request_auth: () => tell('biometry_auth_requested', { status: 'failed' }),
    web_app_biometry_update_token: () => tell('biometry_token_updated', { status: 'failed' }),
    web_app_add_to_home_screen: () => tell('home_screen_failed', { error }),
    web_app_check_home_screen: () => tell('home_screen_checked', { status: 'unsupported' }),
    web_app_request_emoji_status_access: () => tell('emoji_status_access_requested', { status: 'cancelled' }),
    web_app_set_emoji_status: () => tell('emoji_status_failed', { error }),
    web_app_start_accelerometer: () => tell('accelerometer_failed', { error }),
    web_app_stop_accelerometer: () => tell('accelerometer_stopped'),
    web_app_start_gyroscope: () => tell('gyroscope_failed', { error }),
    web_app_stop_gyroscope: () => tell('gyroscope_stopped'),
    web_app_start_device_orientation: () => tell('device_orientation_failed', { error }),
    web_app_stop_device_orientation: () => tell('device_orientation_stopped'),
  };
}
