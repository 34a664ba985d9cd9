/**
 * Switches for every Chromium that tests start. Root has no sandbox to offer; the others keep the browser
 * from talking to its maker while a test counts requests.
 */
export function browserFlags(): string[] {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}
