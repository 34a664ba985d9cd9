import { emitter, type Emitter } from '#base/emitter.ts';
import { readLaunchParams } from '../wire/launchParams.ts';
import type { PageWindow } from '../wire/openLine.ts';
import { parseInitData } from '../wire/parseInitData.ts';
import type { QueryValues } from '../wire/queryStrings.ts';
import { createActions } from './createActions.ts';
import { createKabarError } from './createKabarError.ts';
import { createKabarStorage } from './createKabarStorage.ts';
import { createQuestions } from './createQuestions.ts';
import { createSurroundings } from './createSurroundings.ts';
import { createTalk, type Talk } from './createTalk.ts';
import type { ConnectOptions, Kabar, KabarEvents, Launch, Person } from './sdkTypes.ts';

/** How long the first word may take, ms. */
const patienceMs = 5_000;

/** Connects a page with the messenger that shows it. Refused with NO_HOST when nobody does, or nobody answers. */
export async function connectPage(page: PageWindow, { timeoutMs = patienceMs }: ConnectOptions = {}): Promise<Kabar> {
  const params = readLaunchParams(page);
  const talk = createTalk(page);
  const emitters = new Map<string, Emitter<unknown>>();
  const emitterOf = (name: string): Emitter<unknown> => {
    const known = emitters.get(name) ?? emitter();
    emitters.set(name, known);
    return known;
  };
  const around = createSurroundings(page, talk, params, (name, value) => emitterOf(name).emit(value));
  await greet(page, talk, timeoutMs);
  return {
    launch: readLaunch(params),
    get theme() {
      return around.theme;
    },
    get viewport() {
      return around.viewport;
    },
    get insets() {
      return around.insets;
    },
    on: (name, listener) => emitterOf(name).on((value) => listener(value as KabarEvents[typeof name])),
    ...createActions(talk),
    ...createQuestions(talk),
    storage: createKabarStorage(talk),
    disconnect: () => talk.close(),
  };
}

/** Says that the page is there and asks for what lies around it; the room it has is the first word that counts. */
function greet(page: PageWindow, talk: Talk, timeoutMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = () => {
      talk.close();
      reject(createKabarError('NO_HOST', 'No messenger shows this page. Load mock.js to try it without one.'));
    };
    if (!talk.hasHost) return refuse();
    const timer = page.setTimeout(refuse, timeoutMs);
    const stop = talk.hear('viewport_changed', () => {
      page.clearTimeout(timer);
      stop();
      resolve();
    });
    talk.say('iframe_ready', { reload_supported: true });
    talk.say('web_app_request_theme');
    talk.say('web_app_request_safe_area');
    talk.say('web_app_request_content_safe_area');
    talk.say('web_app_request_viewport');
  });
}

function readLaunch(params: QueryValues): Launch {
  const data = params['tgWebAppData'] ?? '';
  const { user, start_param: start } = parseInitData(data);
  return {
    data,
    person: typeof user === 'object' && user !== null ? (user as Person) : undefined,
    start: typeof start === 'string' ? start : undefined,
    version: params['tgWebAppVersion'] ?? '',
    platform: params['tgWebAppPlatform'] ?? '',
  };
}
