import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { commonHeaders, noticePolicy } from './appPolicies.ts';
import { noticeStatus, noticeTexts, type Notice } from './noticeTexts.ts';
import { readLanguage } from './readLanguage.ts';

/** Says in the place of an app's answer why there is none: as a small page to who came for a page, in a line of text to a program. `messenger`: origins that may frame it. */
export function sendNotice(
  request: IncomingMessage,
  response: ServerResponse,
  notice: Notice,
  messenger: readonly string[],
  headers: OutgoingHttpHeaders = {},
): void {
  const language = readLanguage(request.headers['accept-language']);
  const texts = noticeTexts[language][notice];
  const isPage = isForPage(request);
  const body = Buffer.from(isPage ? noticePage(language, texts) : `${texts.join('. ')}\n`);
  response.writeHead(noticeStatus[notice], {
    ...commonHeaders,
    'content-type': `text/${isPage ? 'html' : 'plain'}; charset=utf-8`,
    'content-length': body.length,
    'content-security-policy': noticePolicy(messenger),
    'cache-control': 'no-store',
    ...headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
  // What is still coming in is of no use; unread it would keep the connection from its next request.
  request.resume();
}

function isForPage({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET' && method !== 'HEAD') return headers['sec-fetch-mode'] === 'navigate';
  return (headers['sec-fetch-mode'] ?? 'navigate') === 'navigate' && (headers.accept ?? '').includes('text/html');
}

/** Fixed texts only: nothing of the request gets into the page. */
function noticePage(language: string, [title, hint]: readonly [string, string]): string {
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${title}</title><style>body{font:16px/1.5 system-ui,sans-serif;display:grid;place-content:center;min-height:90vh;margin:0 24px;text-align:center}h1{font-size:20px;margin:0 0 8px}p{margin:0;opacity:.75}</style><h1>${title}</h1><p>${hint}</p></html>\n`;
}
