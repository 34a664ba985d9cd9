import * as z from 'zod/mini';

/*
 * The line between a mini-app's page and the messenger: JSON texts `{eventType, eventData}` over `postMessage`, both ways. It is the web protocol of Telegram's mini-apps,
 * so that pages written for it run here as they are; what is ours alone begins with `kabar_`. Names and shapes are theirs and stay as they are.
 */

/** The version that pages are told. What came later is not answered. */
export const bridgeVersion = '8.0';

/** Numbers of the line: characters of one message, messages that may come at once, and per second from then on. */
export const bridgeLimits = { messageMax: 65_536, burst: 200, perSecond: 50 } as const;

/** Pages of the official script send an empty text where a method has no data. */
const nothing = z.unknown();
const text = (max: number) => z.string().check(z.maxLength(max));
const flag = z.boolean();
const requestId = z.union([text(128), z.number()]);
const rgb = z.string().check(z.regex(/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i));
const themeColorKeys = ['bg_color', 'secondary_bg_color', 'bottom_bar_bg_color'] as const;
const colorKey = z.enum(themeColorKeys);

/** One button below the page. What is left out stays as it was. */
const buttonSchema = z.object({
  is_visible: z.optional(flag),
  is_active: z.optional(flag),
  is_progress_visible: z.optional(flag),
  has_shine_effect: z.optional(flag),
  text: z.optional(text(64)),
  color: z.optional(z.union([rgb, z.literal(''), z.literal(false)])),
  text_color: z.optional(z.union([rgb, z.literal(''), z.literal(false)])),
});
export type BridgeButton = z.infer<typeof buttonSchema>;

const popupButtonTypes = ['default', 'ok', 'close', 'cancel', 'destructive'] as const;
const popupSchema = z.object({
  title: z.optional(text(64)),
  message: z.string().check(z.minLength(1), z.maxLength(256)),
  buttons: z
    .array(
      z.object({
        id: z.optional(text(64)),
        type: z.optional(z.enum(popupButtonTypes)),
        text: z.optional(text(64)),
      }),
    )
    .check(z.minLength(1), z.maxLength(3)),
});
export type BridgePopup = z.infer<typeof popupSchema>;

const hapticSchema = z.object({
  type: z.enum(['impact', 'notification', 'selection_change']),
  impact_style: z.optional(text(16)),
  notification_type: z.optional(text(16)),
});

/** What the frame around a page says of itself; see `kabar_relay`. */
export const relayStates = ['waiting', 'here', 'loaded', 'failed', 'alive'] as const;
export type RelayState = (typeof relayStates)[number];

/** Every method a page can call, with the shape of its data. Fields that are not named here are dropped. */
export const bridgeMethods = {
  iframe_ready: z.optional(z.union([z.object({ reload_supported: z.optional(flag) }), z.literal('')])),
  iframe_will_reload: nothing,
  web_app_ready: nothing,
  web_app_close: z.optional(z.union([z.object({ return_back: z.optional(flag) }), z.literal('')])),
  web_app_expand: nothing,
  web_app_request_theme: nothing,
  web_app_request_viewport: nothing,
  web_app_request_safe_area: nothing,
  web_app_request_content_safe_area: nothing,
  web_app_request_fullscreen: nothing,
  web_app_exit_fullscreen: nothing,
  web_app_setup_main_button: buttonSchema,
  web_app_setup_secondary_button: z.extend(buttonSchema, {
    position: z.optional(z.enum(['left', 'right', 'top', 'bottom'])),
  }),
  web_app_setup_back_button: z.object({ is_visible: flag }),
  web_app_setup_settings_button: z.object({ is_visible: flag }),
  web_app_setup_closing_behavior: z.object({ need_confirmation: flag }),
  web_app_setup_swipe_behavior: z.object({ allow_vertical_swipe: flag }),
  web_app_set_header_color: z.union([z.object({ color_key: colorKey }), z.object({ color: rgb })]),
  web_app_set_background_color: z.object({ color: z.union([rgb, colorKey]) }),
  web_app_set_bottom_bar_color: z.object({ color: z.union([rgb, colorKey]) }),
  web_app_data_send: z.object({ data: z.string().check(z.minLength(1), z.maxLength(4_096)) }),
  web_app_trigger_haptic_feedback: hapticSchema,
  web_app_open_link: z.object({
    url: text(4_096),
    try_instant_view: z.optional(z.unknown()),
    try_browser: z.optional(z.unknown()),
  }),
  web_app_open_tg_link: z.object({ path_full: text(4_096) }),
  web_app_open_invoice: z.object({ slug: text(256) }),
  web_app_open_popup: popupSchema,
  web_app_open_scan_qr_popup: z.optional(z.union([z.object({ text: z.optional(text(64)) }), z.literal('')])),
  web_app_close_scan_qr_popup: nothing,
  web_app_read_text_from_clipboard: z.object({ req_id: requestId }),
  web_app_request_write_access: nothing,
  web_app_request_phone: nothing,
  web_app_invoke_custom_method: z.object({ req_id: requestId, method: text(64), params: z.unknown() }),
  web_app_switch_inline_query: z.object({
    query: text(256),
    chat_types: z.optional(z.array(text(16)).check(z.maxLength(8))),
  }),
  web_app_send_prepared_message: z.object({ id: text(256) }),
  web_app_check_location: nothing,
  web_app_request_location: nothing,
  web_app_open_location_settings: nothing,
  web_app_biometry_get_info: nothing,
  web_app_biometry_request_access: nothing,
  web_app_biometry_request_auth: nothing,
  web_app_biometry_update_token: nothing,
  web_app_biometry_open_settings: nothing,
  web_app_add_to_home_screen: nothing,
  web_app_check_home_screen: nothing,
  web_app_request_file_download: z.object({ url: text(4_096), file_name: text(255) }),
  web_app_request_emoji_status_access: nothing,
  web_app_set_emoji_status: nothing,
  web_app_share_to_story: nothing,
  web_app_start_accelerometer: nothing,
  web_app_stop_accelerometer: nothing,
  web_app_start_gyroscope: nothing,
  web_app_stop_gyroscope: nothing,
  web_app_start_device_orientation: nothing,
  web_app_stop_device_orientation: nothing,
  web_app_toggle_orientation_lock: z.object({ locked: flag }),
  kabar_request_scope: z.object({ req_id: requestId, scope: text(32) }),
  kabar_share: z.object({ req_id: requestId, id: text(256) }),
  /** Said by the frame around a page. Its first word is that it is `here`, or `waiting` for `kabar_relay_start`; then its page has `loaded`, or `failed` to: what stands there is not of the app's origin; `alive` answers `kabar_ping`. */
  kabar_relay: z.object({ state: z.enum(relayStates) }),
} as const;

export type BridgeMethod = keyof typeof bridgeMethods;
/** One call as it arrives after parsing. */
export type BridgeCall = {
  [Method in BridgeMethod]: { method: Method; data: z.infer<(typeof bridgeMethods)[Method]> };
}[BridgeMethod];

/** What a page hears: names and shapes of events. Everything optional is left out rather than sent as null, unless it says null. */
export interface BridgeEvents {
  reload_iframe: undefined;
  set_custom_style: string;
  theme_changed: { theme_params: Record<string, string> };
  viewport_changed: { height: number; width: number; is_expanded: boolean; is_state_stable: boolean };
  safe_area_changed: BridgeInsets;
  content_safe_area_changed: BridgeInsets;
  visibility_changed: { is_visible: boolean };
  fullscreen_changed: { is_fullscreen: boolean };
  fullscreen_failed: { error: 'UNSUPPORTED' | 'ALREADY_FULLSCREEN' };
  main_button_pressed: undefined;
  secondary_button_pressed: undefined;
  back_button_pressed: undefined;
  settings_button_pressed: undefined;
  popup_closed: { button_id?: string };
  qr_text_received: { data: string };
  scan_qr_popup_closed: undefined;
  clipboard_text_received: { req_id: string | number; data: string | null };
  write_access_requested: { status: 'allowed' | 'cancelled' };
  phone_requested: { status: 'sent' | 'cancelled' };
  custom_method_invoked: { req_id: string | number; result?: unknown; error?: string };
  invoice_closed: { slug: string; status: 'paid' | 'cancelled' | 'failed' | 'pending' };
  prepared_message_sent: undefined;
  prepared_message_failed: {
    error: 'UNSUPPORTED' | 'MESSAGE_EXPIRED' | 'MESSAGE_SEND_FAILED' | 'USER_DECLINED' | 'UNKNOWN_ERROR';
  };
  location_checked: { available: boolean; access_requested?: boolean; access_granted?: boolean };
  location_requested: { available: boolean; latitude?: number; longitude?: number; horizontal_accuracy?: number };
  biometry_info_received: { available: false };
  biometry_auth_requested: { status: 'failed' };
  biometry_token_updated: { status: 'failed' };
  home_screen_checked: { status: 'unsupported' | 'unknown' | 'added' | 'missed' };
  home_screen_added: undefined;
  home_screen_failed: { error: 'UNSUPPORTED' };
  file_download_requested: { status: 'downloading' | 'cancelled' };
  emoji_status_access_requested: { status: 'cancelled' };
  emoji_status_failed: { error: 'UNSUPPORTED' };
  accelerometer_failed: { error: 'UNSUPPORTED' };
  accelerometer_stopped: undefined;
  gyroscope_failed: { error: 'UNSUPPORTED' };
  gyroscope_stopped: undefined;
  device_orientation_failed: { error: 'UNSUPPORTED' };
  device_orientation_stopped: undefined;
  kabar_scope_answered: { req_id: string | number; status: 'allowed' | 'denied' };
  /** For the frame around a page, which began before it was known what the page is told: path of the page, its fragment, and permissions of the browser between semicolons. */
  kabar_relay_start: { to: string; fragment: string; allow: string };
  /** For the frame around a page: whether it is still there. It shares the page's process, so a page that is stuck or has died does not answer. */
  kabar_ping: undefined;
  kabar_shared: { req_id: string | number; status: 'sent' | 'cancelled' | 'failed' };
}
export interface BridgeInsets {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
export type BridgeEvent = keyof BridgeEvents;

/** The envelope of every message, of both directions. */
export const bridgeMessageSchema = z.object({ eventType: text(64), eventData: z.optional(z.unknown()) });
