/** What the keys of a keyboard, of headphones and the lock screen of a phone can do. */
export interface KeyEars {
  onPlay(): void;
  onPause(): void;
  onStop(): void;
  onSeek(ms: number): void;
}

/** The system's own controls of what plays. */
export interface MediaKeys {
  /** Says what plays. `ms`: how long it is, and where it is. */
  show(what: { title: string; artist: string; isPlaying: boolean; ms: number; of: number; speed: number }): void;
  clear(): void;
}

const actions = ['play', 'pause', 'stop', 'seekto', 'seekbackward', 'seekforward'] as const;
/** One press back or forward, ms. */
const stepMs = 10_000;

/** Makes them; where a browser has none they do nothing. */
export function mediaKeys(ears: KeyEars): MediaKeys {
  if (!('mediaSession' in navigator)) return { show: () => undefined, clear: () => undefined };
  const { mediaSession } = navigator;
  let at = 0;
  let isShown = false;
  const listen = (isOn: boolean): void => {
    const handlers: Record<(typeof actions)[number], MediaSessionActionHandler> = {
      play: ears.onPlay,
      pause: ears.onPause,
      stop: ears.onStop,
      seekto: ({ seekTime }) => seekTime !== undefined && seekTime !== null && ears.onSeek(seekTime * 1_000),
      seekbackward: () => ears.onSeek(Math.max(0, at - stepMs)),
      seekforward: () => ears.onSeek(at + stepMs),
    };
    for (const action of actions) {
      try {
        mediaSession.setActionHandler(action, isOn ? handlers[action] : null);
      } catch (error) {
        // Each browser knows some of them.
        if (!(error instanceof TypeError)) throw error;
      }
    }
    isShown = isOn;
  };
  return {
    show({ title, artist, isPlaying, ms, of, speed }) {
      if (!isShown) listen(true);
      at = ms;
      if (mediaSession.metadata?.title !== title || mediaSession.metadata.artist !== artist)
        mediaSession.metadata = new MediaMetadata({ title, artist });
      mediaSession.playbackState = isPlaying ? 'playing' : 'paused';
      const duration = Math.max(of, 1) / 1_000;
      mediaSession.setPositionState?.({ duration, position: Math.min(ms / 1_000, duration), playbackRate: speed });
    },
    clear() {
      if (!isShown) return;
      listen(false);
      mediaSession.metadata = null;
      mediaSession.playbackState = 'none';
    },
  };
}
