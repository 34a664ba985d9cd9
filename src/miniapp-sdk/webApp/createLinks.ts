import { toText } from '../wire/toText.ts';
import type { Core } from './createCore.ts';

/** Host names whose links lead to chats and apps of the messenger instead of the web. */
const innerHosts = new Set(['t.me', 'telegram.me', 'telegram.dog']);

/** The part of WebApp about ways out of the page. */
export interface Links {
  openLink(url: unknown, options?: unknown): void;
  openTelegramLink(url: unknown): void;
  openInvoice(url: unknown, callback?: unknown): void;
  switchInlineQuery(query: unknown, chatTypes?: unknown): void;
}

/** Makes the {@link Links}, and leads clicks that a frame would not be allowed to follow through them. */
export function createLinks(core: Core): Links {
  const read = (url: unknown, error: string): URL => {
    const base = core.page.location.href;
    const text = String(url);
    if (!URL.canParse(text, base)) return core.refuse(error, 'This is no address.');
    const parsed = new URL(text, base);
    const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:';
    return isWeb ? parsed : core.refuse(error, 'Only addresses of the web can be opened.');
  };
  const links: Links = {
    openLink(url, options) {
      core.demand('6.1', 'openLink');
      const { href } = read(url, 'WebAppTgUrlInvalid');
      const wishes = (options ?? {}) as { try_instant_view?: unknown; try_browser?: unknown };
      core.post('web_app_open_link', {
        url: href,
        ...(wishes.try_instant_view ? { try_instant_view: true } : {}),
        ...(wishes.try_browser ? { try_browser: wishes.try_browser } : {}),
      });
    },
    openTelegramLink(url) {
      core.demand('6.1', 'openTelegramLink');
      const { hostname, pathname, search } = read(url, 'WebAppTgUrlInvalid');
      if (!innerHosts.has(hostname))
        core.refuse('WebAppTgUrlInvalid', 'This address does not lead into the messenger.');
      core.post('web_app_open_tg_link', { path_full: pathname + search });
    },
    openInvoice: createInvoices(core, read),
    switchInlineQuery(query, chatTypes) {
      core.demand('6.7', 'switchInlineQuery');
      if (!core.view.initParams['tgWebAppBotInline'])
        core.refuse('WebAppInlineModeDisabled', 'The app takes no queries.');
      const text = toText(query);
      if (text.length > 256) core.refuse('WebAppInlineQueryInvalid', 'A query has at most 256 characters.');
      core.post('web_app_switch_inline_query', { query: text, chat_types: readChatTypes(core, chatTypes) });
    },
  };
  catchClicks(core, links);
  return links;
}

function readChatTypes(core: Core, types: unknown): string[] {
  if (types === undefined || types === null || types === false) return [];
  const known = ['users', 'bots', 'groups', 'channels'];
  if (!Array.isArray(types) || types.length > known.length || types.some((type) => !known.includes(type)))
    return core.refuse('WebAppInlineChooseChatTypesInvalid', `Kinds of chats are ${known.join(', ')}.`);
  return [...new Set(types as string[])];
}

function createInvoices(core: Core, read: (url: unknown, error: string) => URL): Links['openInvoice'] {
  const open = new Map<string, { url: string; callback: unknown }>();
  core.hear('invoice_closed', ({ slug, status }) => {
    const invoice = open.get(String(slug));
    if (!invoice) return;
    open.delete(String(slug));
    if (typeof invoice.callback === 'function') invoice.callback(status);
    core.emit('invoiceClosed', { url: invoice.url, status });
  });
  return (url, callback) => {
    core.demand('6.1', 'openInvoice');
    const { hostname, pathname, href } = read(url, 'WebAppInvoiceUrlInvalid');
    const slug = innerHosts.has(hostname) ? /^\/(?:\$|invoice\/)([\w=-]+)$/.exec(pathname)?.[1] : undefined;
    if (slug === undefined) return core.refuse('WebAppInvoiceUrlInvalid', 'This is no address of an invoice.');
    if (open.has(slug)) core.refuse('WebAppInvoiceOpened', 'This invoice is open already; wait for its answer.');
    open.set(slug, { url: href, callback });
    core.post('web_app_open_invoice', { slug });
  };
}

/** The frame may open no windows. Links that want one, and links into the messenger, are asked of the host instead. */
function catchClicks(core: Core, links: Links): void {
  core.page.document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || !core.isVersionAtLeast('6.1')) return;
    const target =
      event.target instanceof core.page.Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
    if (!target || !/^https?:$/.test(target.protocol) || target.hasAttribute('download')) return;
    const isInner = innerHosts.has(target.hostname);
    if (!isInner && target.target !== '_blank') return;
    event.preventDefault();
    if (isInner) links.openTelegramLink(target.href);
    else links.openLink(target.href);
  });
}
