import type { DeviceId, UserId } from '#protocol/ids.ts';

/** What tabs tell each other about logging in and out. */
type Word = { left: UserId } | { entered: Entered };

/** Who has come, and as which device. */
export interface Entered {
  uid: UserId;
  deviceId: DeviceId;
}

/** The line between all tabs that exists without a person. */
export interface AppLine {
  /** This tab has logged a person out and deletes what is stored of them. */
  sayLeft(uid: UserId): void;
  /** This tab has logged a person in. */
  sayEntered(entered: Entered): void;
}

/** Opens the line; the listeners hear of log-outs and log-ins in other tabs. */
export function openAppLine(onLeft: (uid: UserId) => void, onEntered: (entered: Entered) => void): AppLine {
  const channel = new BroadcastChannel('kabar');
  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if ('left' in data) onLeft(data.left);
    else onEntered(data.entered);
  });
  const say = (word: Word): void => channel.postMessage(word);
  return { sayLeft: (uid) => say({ left: uid }), sayEntered: (entered) => say({ entered }) };
}
