import { toText } from '../wire/toText.ts';
import type { BridgePopup } from '#protocol/bridge.ts';
import { makeRequestId } from '../wire/makeRequestId.ts';
import { createAsk } from './createAsk.ts';
import type { Core } from './createCore.ts';

/** The part of WebApp about dialogs that the host shows. */
export interface Popups {
  showPopup(params: unknown, callback?: unknown): void;
  showAlert(message: unknown, callback?: unknown): void;
  showConfirm(message: unknown, callback?: unknown): void;
  showScanQrPopup(params?: unknown, callback?: unknown): void;
  closeScanQrPopup(): void;
  readTextFromClipboard(callback?: unknown): void;
}

/** Makes the {@link Popups}. */
export function createPopups(core: Core): Popups {
  return { ...createMessages(core), ...createScanner(core), ...createClipboard(core) };
}

function createMessages(core: Core): Pick<Popups, 'showPopup' | 'showAlert' | 'showConfirm'> {
  const popup = createAsk<[string | null]>(core, 'WebAppPopupOpened', 'A popup');
  core.hear('popup_closed', ({ button_id: given }) => {
    const id = typeof given === 'string' ? given : null;
    if (popup.close(id)) core.emit('popupClosed', { button_id: id });
  });
  const showPopup = (params: unknown, callback?: unknown) => {
    core.demand('6.2', 'showPopup');
    const data = readPopup(core, params);
    popup.open(callback);
    core.post('web_app_open_popup', data);
  };
  const call = (callback: unknown, ...answer: unknown[]) => {
    if (typeof callback === 'function') callback(...answer);
  };
  return {
    showPopup,
    showAlert: (message, callback) => showPopup({ message }, () => call(callback)),
    showConfirm: (message, callback) =>
      showPopup({ message, buttons: [{ type: 'ok', id: 'ok' }, { type: 'cancel' }] }, (id: string | null) =>
        call(callback, id === 'ok'),
      ),
  };
}

const buttonTypes = ['default', 'ok', 'close', 'cancel', 'destructive'] as const;

/** Checks what a page wants to show. Throws WebAppPopupParamInvalid. */
function readPopup(core: Core, params: unknown): BridgePopup {
  const wrong = (why: string): never => core.refuse('WebAppPopupParamInvalid', why);
  const given = (params ?? {}) as { title?: unknown; message?: unknown; buttons?: unknown };
  const title = toText(given.title);
  if (title.length > 64) wrong('The title of a popup has at most 64 characters.');
  const message = toText(given.message);
  if (message === '' || message.length > 256) wrong('The message of a popup has 1 to 256 characters.');
  const list: unknown = given.buttons ?? [{ type: 'close' }];
  if (!Array.isArray(list) || list.length === 0 || list.length > 3) return wrong('A popup has 1 to 3 buttons.');
  const buttons = list.map((one: unknown) => {
    const button = (one ?? {}) as { id?: unknown; type?: unknown; text?: unknown };
    const id = typeof button.id === 'string' ? button.id : toText(button.id);
    if (id.length > 64) wrong('The id of a button has at most 64 characters.');
    const type = buttonTypes.find((name) => name === (button.type ?? 'default')) ?? wrong('No such type of button.');
    if (type !== 'default' && type !== 'destructive') return { id, type };
    const text = toText(button.text);
    if (text === '' || text.length > 64) wrong(`A button of type ${type} has a text of 1 to 64 characters.`);
    return { id, type, text };
  });
  return { ...(title === '' ? {} : { title }), message, buttons };
}

function createScanner(core: Core): Pick<Popups, 'showScanQrPopup' | 'closeScanQrPopup'> {
  const scan = createAsk<[string]>(core, 'WebAppScanQrPopupOpened', 'The scanner');
  const closeScanQrPopup = () => {
    core.demand('6.4', 'closeScanQrPopup');
    scan.drop();
    core.post('web_app_close_scan_qr_popup');
  };
  core.hear('qr_text_received', ({ data }) => {
    if (!scan.isOpen() || typeof data !== 'string') return;
    core.emit('qrTextReceived', { data });
    // It stays open for the next code until the page says that this was the one.
    if (scan.tell(data) === true) closeScanQrPopup();
  });
  core.hear('scan_qr_popup_closed', () => {
    scan.drop();
    core.emit('scanQrPopupClosed');
  });
  return {
    showScanQrPopup(params, callback) {
      core.demand('6.4', 'showScanQrPopup');
      const given = (params ?? {}) as { text?: unknown };
      const text = toText(given.text);
      if (text.length > 64) core.refuse('WebAppScanQrPopupParamInvalid', 'The text has at most 64 characters.');
      scan.open(callback);
      core.post('web_app_open_scan_qr_popup', text === '' ? {} : { text });
    },
    closeScanQrPopup,
  };
}

function createClipboard(core: Core): Pick<Popups, 'readTextFromClipboard'> {
  const waiting = new Map<string, unknown>();
  core.hear('clipboard_text_received', ({ req_id: id, data }) => {
    const key = String(id);
    if (!waiting.has(key)) return;
    const callback = waiting.get(key);
    waiting.delete(key);
    const text = typeof data === 'string' ? data : null;
    if (typeof callback === 'function') callback(text);
    core.emit('clipboardTextReceived', { data: text });
  });
  return {
    readTextFromClipboard(callback) {
      core.demand('6.4', 'readTextFromClipboard');
      const id = makeRequestId();
      waiting.set(id, callback);
      core.post('web_app_read_text_from_clipboard', { req_id: id });
    },
  };
}
