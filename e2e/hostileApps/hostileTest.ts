import type { Frame, Page } from '@playwright/test';
import type { AppUpstream } from '../fixtures/appUpstream.ts';
import { appBrowser, makeApp, openApp, type LiveApp } from '../fixtures/miniApps.ts';
import { expect, test as base, type Person } from '../fixtures/test.ts';
import { listenTo, type Listening } from './listenTo.ts';
import { serveAttacks } from './serveAttacks.ts';

/** The apps of a worker and the places without care. */
export interface Ground {
  /** the app that attacks, and another one beside it; both have the page of attacks */
  readonly trojan: LiveApp;
  readonly other: LiveApp;
  readonly upstream: AppUpstream;
  /** origin of an app, as the gateway serves it */
  originOf(app: Pick<LiveApp, 'id'>): string;
  /** the page of attacks without a gateway; `now`: what it does by itself, `host`: the name in its address */
  naked(now?: string, host?: string): string;
  /** origin of somebody who is neither a messenger nor an app */
  readonly stranger: string;
}

/** An app that is open in Kabar. */
export interface OpenTrojan {
  readonly page: Page;
  readonly window: ReturnType<Page['getByRole']>;
  readonly heard: Listening;
}

/** With a camera that shows a pattern, and a person who says yes to whatever the browser asks: what stands in the way then is the messenger alone. */
const launchOptions = {
  ...appBrowser,
  args: [...appBrowser.args, '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
};

export const hostileTest = base.extend<object, { ground: Ground }>({
  launchOptions: [launchOptions, { scope: 'worker' }],
  // A trace looks into every frame at every step, and a page that hangs would hold the test.
  trace: ['off', { scope: 'worker' }],
  // What the pages of the attacks break is their own affair; what breaks in the messenger is not.
  wantedProblems: /^CSP: |hostile|naked/,
  ground: [
    async ({ server, upstream }, use) => {
      const at = (host: string) => `http://${host}.localhost:${upstream.port}`;
      await serveAttacks(upstream, at('stranger'));
      const url = server.origins[0] ?? '';
      const words = { url: upstream.url('/hostile/'), scopes: ['storage', 'camera', 'location'] };
      await use({
        upstream,
        trojan: await makeApp(server, url, { ...words, name: 'Trojan' }, 'trojan'),
        other: await makeApp(server, url, { ...words, name: 'Other' }, 'other'),
        originOf: ({ id }) => `http://${id}.localhost:${server.port}`,
        naked: (now = '', host = 'naked-app') => `${at(host)}/hostile/?tgWebAppStartParam=${now}`,
        stranger: at('stranger'),
      });
    },
    { scope: 'worker' },
  ],
});
/**
 * Opens the app of attacks in Kabar, with what it does by itself, and waits until it has done it. `isInside`: by a link inside of the messenger, which leaves alive what
 * is there; without it the messenger is loaded anew.
 */
export async function openTrojan(
  person: Pick<Person, 'page' | 'url'>,
  app: LiveApp,
  now = '',
  isInside = false,
): Promise<OpenTrojan> {
  const { page } = person;
  const heard = listenTo(page);
  await page.bringToFront();
  if (isInside) await page.evaluate((path) => history.pushState(null, '', path), `/apps/${app.id}?startapp=${now}`);
  else await openApp(person, app.id, now);
  await heard.wait('everything');
  const name = app.id === 'other' ? 'Other' : 'Trojan';
  const window = page.getByRole('region', { name: `${name}, mini-app` });
  // While it slides in and is covered, a press would not reach the page.
  await expect(window.getByRole('status')).toHaveCount(0);
  await window.evaluate((view) =>
    Promise.all((view.parentElement?.getAnimations() ?? []).map(({ finished }) => finished)).then(() => 'still'),
  );
  return { page, heard, window };
}

/** The page of an app inside of its relay. */
export function insideOf(page: Page, { id }: Pick<LiveApp, 'id'>): Frame {
  const frame = page.frames().find((each) => each.parentFrame()?.url().includes(`//${id}.localhost`));
  if (!frame) throw new Error(`${id} is not open`);
  return frame;
}

/** Presses the button of an attack in the page of an app. */
export async function press(frame: Frame, name: string): Promise<void> {
  await frame.locator(`#${name}`).click();
}

export { expect };
