import { isListedHost } from '#domain/appRules.ts';
import type { CallAnswers } from '../answerCall.ts';
import type { AppHost } from '../AppHost.ts';
import { cleanText } from '../AppState.ts';

type WindowMethod =
  | 'web_app_close'
  | 'web_app_open_popup'
  | 'web_app_open_link'
  | 'web_app_open_tg_link'
  | 'web_app_open_invoice'
  | 'web_app_open_scan_qr_popup'
  | 'web_app_close_scan_qr_popup'
  | 'web_app_request_file_download'
  | 'web_app_add_to_home_screen'
  | 'web_app_check_home_screen'
  | 'web_app_switch_inline_query'
  | 'web_app_share_to_story'
  | 'web_app_trigger_haptic_feedback';

/** So many windows in a row, then a page has to wait. */
const popupsInRow = 3;
const popupPauseMs = 2_000;
/** By page: how many windows it opened in a row, and when it closed the last one. */
const rows = new WeakMap<AppHost, { count: number; closedAt: number }>();

/** Windows over a page, and ways out of it. */
export const windowCalls: CallAnswers<WindowMethod> = {
  web_app_close: ({ ports }) => ports.close(),
  async web_app_open_popup(host, popup) {
    const row = rows.get(host) ?? { count: 0, closedAt: 0 };
    rows.set(host, row);
    const now = host.ports.now();
    if (now - row.closedAt >= popupPauseMs) row.count = 0;
    if (row.count >= popupsInRow) return host.ports.send('popup_closed', {});
    row.count += 1;
    const buttons = popup.buttons.map((button) => ({ ...button, text: cleanText(button.text ?? '') }));
    const shown = { ...popup, title: cleanText(popup.title ?? ''), message: cleanLines(popup.message), buttons };
    const choice = await host.ask({ kind: 'popup', popup: shown }, false);
    row.closedAt = host.ports.now();
    host.ports.send('popup_closed', choice === undefined ? {} : { button_id: choice });
  },
  async web_app_open_link(host, { url }) {
    await offerLink(host, url);
  },
  async web_app_open_tg_link(host, { path_full: path }) {
    await offerLink(host, `https://t.me/${path.replace(/^\/+/, '')}`);
  },
  // There is nothing to pay with yet.
  web_app_open_invoice: ({ ports }, { slug }) => ports.send('invoice_closed', { slug, status: 'failed' }),
  async web_app_open_scan_qr_popup(host, data) {
    const text = typeof data === 'object' ? data.text : undefined;
    await host.ask({ kind: 'scan', text: text === undefined ? undefined : cleanText(text) });
    host.ports.send('scan_qr_popup_closed', undefined);
  },
  web_app_close_scan_qr_popup({ store, dismiss }) {
    if (store.getState().dialog?.kind === 'scan') dismiss();
  },
  async web_app_request_file_download(host, { url, file_name: name }) {
    const safe = toHttps(url);
    const choice = safe && (await host.ask({ kind: 'download', url: safe, name: cleanText(name) }));
    if (safe && choice === 'open') host.ports.openUrl(safe);
    host.ports.send('file_download_requested', { status: choice === 'open' ? 'downloading' : 'cancelled' });
  },
  async web_app_add_to_home_screen(host) {
    const { ports } = host;
    if (ports.isPinned()) return ports.send('home_screen_added', undefined);
    if ((await host.ask({ kind: 'pin' })) !== 'pin') return ports.send('home_screen_failed', { error: 'UNSUPPORTED' });
    ports.pin();
    ports.send('home_screen_added', undefined);
  },
  web_app_check_home_screen: ({ ports }) =>
    ports.send('home_screen_checked', { status: ports.isPinned() ? 'added' : 'missed' }),
  // Bots that answer while one types, and stories, are not here; neither has an answer that a page waits for.
  web_app_switch_inline_query: () => undefined,
  web_app_share_to_story: () => undefined,
  web_app_trigger_haptic_feedback({ ports }, { type, impact_style: style, notification_type: kind }) {
    if (type === 'selection_change') return ports.vibrate([8]);
    if (type === 'notification') return ports.vibrate(kind === 'error' ? [20, 60, 20, 60, 20] : [20, 60, 20]);
    ports.vibrate([style === 'heavy' ? 30 : style === 'medium' ? 20 : 10]);
  },
};

/** Shows where a link leads; only addresses of the web can be followed, and never in this tab. Where reviewers have seen the host, a press of the person is enough. */
async function offerLink(host: AppHost, address: string): Promise<void> {
  const url = toHttps(address);
  if (!url) return;
  const { ports, store } = host;
  const isKnown = isListedHost(store.getState().launch?.links ?? [], new URL(url).host);
  if ((isKnown && ports.hasPressed()) || (await host.ask({ kind: 'link', url })) === 'open') ports.openUrl(url);
}

function toHttps(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url.href : undefined;
}

const cleanLines = (text: string): string => text.split('\n').map(cleanText).join('\n').trim();
