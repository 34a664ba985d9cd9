import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from './findBrowser.ts';

const downloadLimitMs = 60_000;
const aptLimitMs = 10 * 60_000;

/**
 * Installs a Chromium and returns its path, or nothing. Debian's own package comes first where it can be had,
 * because it brings its libraries and the fonts for Chinese, Japanese, Korean and emoji with it.
 */
export function installBrowser(): string | undefined {
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['chromium', 'fonts-noto-cjk', 'fonts-noto-color-emoji'];
    if (run('apt-get', ['update'], aptLimitMs, env)) run('apt-get', ['install', '-y', ...packages], aptLimitMs, env);
    const installed = findBrowser();
    if (installed) return installed;
  }
  run('npx', ['--no-install', 'playwright', 'install', 'chromium'], downloadLimitMs, process.env);
  return findBrowser();
}

/** Runs a command with its output on stderr, so that stdout stays the path alone. */
function run(command: string, args: string[], timeout: number, env: NodeJS.ProcessEnv): boolean {
  console.error(`> ${command} ${args.join(' ')}`);
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], timeout, env }).status === 0;
}
