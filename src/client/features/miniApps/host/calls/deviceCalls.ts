import type { CallAnswers } from '../answerCall.ts';

type DeviceMethod =
  | 'web_app_biometry_get_info'
  | 'web_app_biometry_request_access'
  | 'web_app_biometry_request_auth'
  | 'web_app_biometry_update_token'
  | 'web_app_biometry_open_settings'
  | 'web_app_request_emoji_status_access'
  | 'web_app_set_emoji_status'
  | 'web_app_start_accelerometer'
  | 'web_app_stop_accelerometer'
  | 'web_app_start_gyroscope'
  | 'web_app_stop_gyroscope'
  | 'web_app_start_device_orientation'
  | 'web_app_stop_device_orientation';

/** What a messenger in a browser does not have. A page is told so, and does not wait. */
export const deviceCalls: CallAnswers<DeviceMethod> = {
  web_app_biometry_get_info: ({ ports }) => ports.send('biometry_info_received', { available: false }),
  web_app_biometry_request_access: ({ ports }) => ports.send('biometry_info_received', { available: false }),
  web_app_biometry_request_auth: ({ ports }) => ports.send('biometry_auth_requested', { status: 'failed' }),
  web_app_biometry_update_token: ({ ports }) => ports.send('biometry_token_updated', { status: 'failed' }),
  web_app_biometry_open_settings: () => undefined,
  web_app_request_emoji_status_access: ({ ports }) =>
    ports.send('emoji_status_access_requested', { status: 'cancelled' }),
  web_app_set_emoji_status: ({ ports }) => ports.send('emoji_status_failed', { error: 'UNSUPPORTED' }),
  web_app_start_accelerometer: ({ ports }) => ports.send('accelerometer_failed', { error: 'UNSUPPORTED' }),
  web_app_stop_accelerometer: ({ ports }) => ports.send('accelerometer_stopped', undefined),
  web_app_start_gyroscope: ({ ports }) => ports.send('gyroscope_failed', { error: 'UNSUPPORTED' }),
  web_app_stop_gyroscope: ({ ports }) => ports.send('gyroscope_stopped', undefined),
  web_app_start_device_orientation: ({ ports }) => ports.send('device_orientation_failed', { error: 'UNSUPPORTED' }),
  web_app_stop_device_orientation: ({ ports }) => ports.send('device_orientation_stopped', undefined),
};
