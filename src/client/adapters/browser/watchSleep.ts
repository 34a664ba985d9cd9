/** How often the clock is looked at, ms. */
const beatMs = 2_000;
/** A beat that comes this much too late means the device slept, ms. Hidden tabs are slowed down to one beat a minute without having slept. */
const lateMs = { visible: 5_000, hidden: 90_000 };

/** Calls `onWake` after the device has slept. Listens until the page or worker goes away. */
export function watchSleep(isVisible: () => boolean, onWake: () => void): void {
  let last = Date.now();
  setInterval(() => {
    const lateBy = Date.now() - last - beatMs;
    last = Date.now();
    if (lateBy > (isVisible() ? lateMs.visible : lateMs.hidden)) onWake();
  }, beatMs);
}
