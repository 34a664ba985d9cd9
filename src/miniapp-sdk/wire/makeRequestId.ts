/** A name for one request of this page, which nobody else's answer can have. */
export function makeRequestId(): string {
  return Math.random().toString(36).slice(2) + Date.now().toString(36);
}
