import type { BridgeMethod } from '#protocol/bridge.ts';
import type { PageWindow } from '../wire/openLine.ts';
import { parseMessage } from '../wire/parseMessage.ts';
import { appendToFragment } from '../wire/queryStrings.ts';
import { createAnswers, type MockConsent } from './createAnswers.ts';
import { createMockScreen } from './createMockScreen.ts';
import { createMockMemory } from './mockMemory.ts';
import { mockThemes } from './mockThemes.ts';

/** `consent`: how questions for permission are answered. The address of the page can say both: `?mock-consent=deny&mock-theme=dark`. */
export interface MockOptions {
  consent?: MockConsent;
  scheme?: 'light' | 'dark';
}

/**
 * Plays the messenger for a page that nobody shows: the page's parent is then the page itself, and both talk in one window. Answers whether it plays.
 * The launch data it gives is not signed.
 */
export function startMockHost(page: PageWindow, options: MockOptions = {}): boolean {
  if (page.parent !== page || page.kabarMock) return false;
  page.kabarMock = true;
  const query = new URLSearchParams(page.location.search);
  const wish = query.get('mock-consent');
  const consent = options.consent ?? (wish === 'allow' || wish === 'deny' ? wish : 'ask');
  const isDark = options.scheme === undefined ? query.get('mock-theme') === 'dark' : options.scheme === 'dark';
  const scheme = isDark ? 'dark' : 'light';
  giveLaunch(page, scheme, query.get('tgWebAppStartParam'));
  const send = (eventType: string, eventData?: unknown) =>
    page.postMessage(JSON.stringify({ eventType, eventData }), page.location.origin);
  const screen = createMockScreen(page, (name) => send(`${name}_button_pressed`));
  const answers = createAnswers({ page, screen, memory: createMockMemory(page), consent, scheme, tell: send });
  page.addEventListener('message', (event: MessageEvent) => {
    const message = event.source === page ? parseMessage(event.data) : undefined;
    if (!message) return;
    const { eventType, eventData } = message;
    const data = typeof eventData === 'object' && eventData !== null ? eventData : {};
    if (Object.hasOwn(answers, eventType)) answers[eventType as BridgeMethod]?.(data as Record<string, unknown>);
  });
  return true;
}

/** Puts launch data where a host puts it, unless it is there already. */
function giveLaunch(page: PageWindow, scheme: 'light' | 'dark', start: string | null): void {
  if (page.location.hash.includes('tgWebAppData=')) return;
  const user = { id: 1, first_name: 'Ana', language_code: page.navigator.language };
  const data = new URLSearchParams({
    user: JSON.stringify(user),
    auth_date: String(Math.floor(Date.now() / 1_000)),
    ...(start === null ? {} : { start_param: start }),
    hash: 'mock',
  });
  const params = new URLSearchParams({
    tgWebAppData: data.toString(),
    tgWebAppVersion: '8.0',
    tgWebAppPlatform: 'weba',
    tgWebAppThemeParams: JSON.stringify(mockThemes[scheme]),
  });
  page.history.replaceState(page.history.state, '', appendToFragment(page.location.href, params.toString()));
}
