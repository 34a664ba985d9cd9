import type { FoundCard } from '#server/storage/units/links/FoundCard.ts';
import { decodePage } from './decodePage.ts';
import { isPage } from './isPage.ts';
import { LinkProblem } from './LinkProblem.ts';
import type { LinkTools } from './linkTools.ts';
import type { FetchedPage } from './pageDoor.ts';
import { readPageHead } from './readPageHead.ts';

const pageBytesMax = 1_024 * 1_024;
const htmlTypes = ['text/html', 'application/xhtml+xml'];
/** Makes the card of an address of what its page says. Throws {@link LinkProblem} where there is nothing to be had; other errors may pass. `signal` ends it. */
export async function lookAtLink(url: URL, tools: LinkTools, signal: AbortSignal): Promise<FoundCard> {
  if (tools.isOwn(url)) throw new LinkProblem('the messenger itself');
  const page = await tools.door.get(url, {
    accept: htmlTypes.join(', '),
    takes: (type) => htmlTypes.includes(type),
    bytesMax: pageBytesMax,
    tooLong: 'cut',
    signal: AbortSignal.any([signal, AbortSignal.timeout(tools.pageMs)]),
  });
  const html = decodePage(page.bytes, page.contentType);
  if (!isPage(html)) throw new LinkProblem('no page');
  const head = await readPageHead(html);
  if (!head) throw new LinkProblem('no title');
  const picture = head.picture === undefined ? undefined : await pictureOf(page, head.picture, tools, signal);
  return { t: head.title, ...(head.text === undefined ? {} : { x: head.text }), ...picture };
}

/** Words are worth showing without their picture. */
async function pictureOf(
  { url }: FetchedPage,
  address: string,
  { pictures }: LinkTools,
  signal: AbortSignal,
): Promise<Pick<FoundCard, 'p' | 'w' | 'h'> | undefined> {
  try {
    return await pictures.make(address, url, signal);
  } catch (error) {
    // The server itself is the reason: nothing is kept of that.
    if (signal.aborted) throw error;
    return undefined;
  }
}
