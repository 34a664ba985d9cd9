/** How long a device may look for its place, ms. */
const locateMs = 20_000;

/** Where a device is: degrees, and how exactly, metres; or why nobody knows: the person or the browser refused, the device could not find out, or it took too long. */
export type Located = { la: number; lo: number; ac: number } | { problem: 'refused' | 'unknown' | 'late' };

/** Asks the device once where it is. Never rejects. Call it from a press: the browser asks the person. */
export function locate(): Promise<Located> {
  return new Promise((done) => {
    if (!('geolocation' in navigator)) return done({ problem: 'unknown' });
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => done({ la: coords.latitude, lo: coords.longitude, ac: coords.accuracy }),
      ({ code, PERMISSION_DENIED, TIMEOUT }) => {
        done({ problem: code === PERMISSION_DENIED ? 'refused' : code === TIMEOUT ? 'late' : 'unknown' });
      },
      { timeout: locateMs, maximumAge: 30_000, enableHighAccuracy: true },
    );
  });
}
