import type { BrowserContext, Frame, Page } from '@playwright/test';
import type { AppUpstream } from '../fixtures/appUpstream.ts';
import { listenTo, type Listening } from './listenTo.ts';

/** A page that shows another in a frame and takes no care. */
export interface NakedOptions {
  /** what the frames show, one for each */
  to: string | readonly string[];
  /** attributes of the frames */
  attributes?: Record<string, string>;
  /** name in the page's own address */
  host?: string;
}

/** Opens the host without care in a tab of its own. Ends when the page in its frame has done what it does by itself, unless that leads it away. */
export async function openNaked(
  context: BrowserContext,
  { upstream }: { upstream: AppUpstream },
  { to, attributes = {}, host = 'naked' }: NakedOptions,
): Promise<{ page: Page; frame(at?: number): Frame; heard: Listening }> {
  const page = await context.newPage();
  const heard = listenTo(page);
  const query = new URLSearchParams([
    ...[to].flat().map((address) => ['to', address]),
    ...Object.entries(attributes),
  ] as string[][]);
  await page.goto(`http://${host}.localhost:${upstream.port}/naked?${query}`);
  return { page, heard, frame: (at = 0) => page.mainFrame().childFrames()[at] as Frame };
}
