/** Keeps two tabs, or a tab and a film in it, from speaking at the same time. */
export interface SoloLine {
  /** Something plays here now. */
  claim(): void;
  close(): void;
}

/** Makes it. `onOther`: something else plays, in another tab of this person or an element of this page. */
export function soloLine(uid: number, onOther: () => void): SoloLine {
  const channel = new BroadcastChannel(`kabar-voice-${uid}`);
  channel.addEventListener('message', onOther);
  // Films in the page tell of themselves only on the way down; the sound element is not in the page.
  document.addEventListener('play', onOther, true);
  return {
    claim: () => channel.postMessage(null),
    close() {
      document.removeEventListener('play', onOther, true);
      channel.close();
    },
  };
}
