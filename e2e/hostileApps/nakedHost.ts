/*
 * A messenger as it would be without any care: a frame, and a listener that believes what it hears. It is the control of the attacks: here they work.
 */

type Said = { eventType: string; eventData?: Record<string, unknown> };

export {};

declare global {
  var host: {
    heard: Said[];
    bytes: number;
    popups: number;
    isClosable: boolean;
    keptOpen: number;
    /** tries to close the app; it stays if the app wants it */
    close(): void;
  };
}

const query = new URLSearchParams(location.search);
const head = document.body.appendChild(document.createElement('div'));
head.id = 'head';
const title = document.body.appendChild(document.createElement('div'));
title.id = 'popup';
const button = document.body.appendChild(document.createElement('button'));
button.id = 'main';
const field = document.body.appendChild(document.createElement('input'));
field.id = 'field';
/** of all apps together */
const storage = new Map<string, unknown>();
const frames: HTMLIFrameElement[] = [];

globalThis.host = {
  heard: [],
  bytes: 0,
  popups: 0,
  isClosable: true,
  keptOpen: 0,
  close() {
    if (!this.isClosable) this.keptOpen += 1;
    else for (const frame of frames.splice(0)) frame.remove();
  },
};

const answer = (eventType: string, eventData: unknown) => {
  for (const frame of frames) frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), '*');
};

const obey: Record<string, (data: Record<string, unknown>) => unknown> = {
  web_app_open_link: ({ url }) => window.open(String(url)),
  web_app_set_header_color: ({ color }) => (head.style.cssText = `height:9px;background:${String(color)}`),
  web_app_open_popup({ title: words }) {
    globalThis.host.popups += 1;
    title.innerHTML = String(words);
  },
  web_app_setup_main_button: ({ text }) => (button.textContent = String(text)),
  web_app_setup_closing_behavior: ({ need_confirmation: isOn }) => (globalThis.host.isClosable = !isOn),
  web_app_request_phone: () => answer('phone_requested', { status: 'sent' }),
  web_app_device_storage_save_key: (data) => answer('device_storage_key_saved', data),
  web_app_invoke_custom_method({ req_id, params }) {
    const { key, value } = params as { key: string; value?: string };
    if (value !== undefined) storage.set(key, value);
    answer('custom_method_invoked', { req_id, result: storage.get(key) ?? '' });
  },
};

addEventListener('message', ({ data }) => {
  globalThis.host.bytes = Math.max(globalThis.host.bytes, String(data).length);
  const said = JSON.parse(data as string) as Said;
  globalThis.host.heard.push(said);
  obey[said.eventType]?.(said.eventData ?? {});
});

for (const address of query.getAll('to')) {
  const frame = document.createElement('iframe');
  for (const name of ['sandbox', 'allow', 'name', 'csp', 'credentialless', 'referrerpolicy', 'allowfullscreen'])
    if (query.has(name)) frame.setAttribute(name, query.get(name) ?? '');
  frame.style.cssText = 'width:600px;height:400px';
  frame.src = address;
  frames.push(document.body.appendChild(frame));
}
