import { toText } from '../wire/toText.ts';
import { createAsk } from './createAsk.ts';
import type { Core } from './createCore.ts';

/** The part of WebApp about stories, emoji beside a name and the home screen. */
export interface Extras {
  shareToStory(mediaUrl: unknown, params?: unknown): void;
  setEmojiStatus(id: unknown, params?: unknown, callback?: unknown): void;
  requestEmojiStatusAccess(callback?: unknown): void;
  addToHomeScreen(): void;
  checkHomeScreenStatus(callback?: unknown): void;
}

/** Makes the {@link Extras}. The host decides which of them it has. */
export function createExtras(core: Core): Extras {
  return { ...createStories(core), ...createEmoji(core), ...createHomeScreen(core) };
}

function createStories(core: Core): Pick<Extras, 'shareToStory'> {
  return {
    shareToStory(mediaUrl, params) {
      core.demand('7.8', 'shareToStory');
      const given = (params ?? {}) as { text?: unknown; widget_link?: unknown };
      const text = toText(given.text);
      if (text.length > 2_048) core.refuse('WebAppShareToStoryParamInvalid', 'The text has at most 2,048 characters.');
      core.post('web_app_share_to_story', {
        media_url: String(mediaUrl),
        ...(text === '' ? {} : { text }),
        ...(given.widget_link ? { widget_link: given.widget_link } : {}),
      });
    },
  };
}

function createEmoji(core: Core): Pick<Extras, 'setEmojiStatus' | 'requestEmojiStatusAccess'> {
  const status = createAsk<[boolean]>(core, 'WebAppEmojiStatusRequested', 'A question for the emoji');
  const access = createAsk<[boolean]>(core, 'WebAppEmojiStatusAccessRequested', 'A question for the emoji');
  core.hear('emoji_status_set', () => {
    if (status.close(true)) core.emit('emojiStatusSet');
  });
  core.hear('emoji_status_failed', ({ error }) => {
    if (status.close(false)) core.emit('emojiStatusFailed', { error });
  });
  core.hear('emoji_status_access_requested', ({ status: answer }) => {
    if (access.close(answer === 'allowed')) core.emit('emojiStatusAccessRequested', { status: answer });
  });
  return {
    setEmojiStatus(id, params, callback) {
      core.demand('8.0', 'setEmojiStatus');
      const { duration } = (params ?? {}) as { duration?: unknown };
      status.open(callback);
      const limit = typeof duration === 'number' ? { duration } : {};
      core.post('web_app_set_emoji_status', { custom_emoji_id: String(id), ...limit });
    },
    requestEmojiStatusAccess(callback) {
      core.demand('8.0', 'requestEmojiStatusAccess');
      access.open(callback);
      core.post('web_app_request_emoji_status_access');
    },
  };
}

function createHomeScreen(core: Core): Pick<Extras, 'addToHomeScreen' | 'checkHomeScreenStatus'> {
  let waiting: ((status: unknown) => unknown)[] = [];
  core.hear('home_screen_added', () => core.emit('homeScreenAdded'));
  core.hear('home_screen_failed', ({ error }) => core.emit('homeScreenFailed', { error }));
  core.hear('home_screen_checked', ({ status }) => {
    const callbacks = waiting;
    waiting = [];
    const known = status ?? 'unknown';
    for (const callback of callbacks) callback(known);
    core.emit('homeScreenChecked', { status: known });
  });
  return {
    addToHomeScreen() {
      core.demand('8.0', 'addToHomeScreen');
      core.post('web_app_add_to_home_screen');
    },
    checkHomeScreenStatus(callback) {
      core.demand('8.0', 'checkHomeScreenStatus');
      if (typeof callback === 'function') waiting.push(callback as (status: unknown) => unknown);
      core.post('web_app_check_home_screen');
    },
  };
}
