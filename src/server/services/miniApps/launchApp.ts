import { randomBytes } from 'node:crypto';
import { pictureOf } from '#domain/faceId.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { AppLanguage } from '#protocol/entities/appStates.ts';
import type { AppManifest } from '#protocol/entities/miniApps.ts';
import type { RequestOutput, RequestParsed } from '#protocol/requests.ts';
import type { Caller, ServiceContext } from '#server/services/serviceContext.ts';
import type { Launch } from '#server/storage/units/miniApps/launchApp.ts';
import type { AppTools } from './appTools.ts';
import { signInitData } from './signInitData.ts';
import { toAppCard } from './toAppCard.ts';

/** Kinds of chats as pages know them. */
const chatTypes: Readonly<Record<number, string>> = {
  [chatKind.dm]: 'private',
  [chatKind.group]: 'group',
  [chatKind.community]: 'supergroup',
  [chatKind.official]: 'channel',
};
/** Languages as pages know them; the others are called there as here. */
const languageCodes: { readonly [Language in AppLanguage]?: string } = { 'zh-TW': 'zh-hant' };
/** Name of somebody who has not told the app his own. */
export const guestName = 'Guest';

/** Opens an app: decides, signs what it is told, and says where its page is. */
export async function launchApp(
  { storage }: ServiceContext,
  tools: AppTools,
  { userId }: Pick<Caller, 'userId'>,
  input: RequestParsed<'app.launch'>,
): Promise<RequestOutput<'app.launch'>> {
  const q = randomBytes(16).toString('base64url');
  const { app, op, c, n, lang } = input;
  const launch = await storage.run('launchApp', { app, op, c, n, lang, user: userId, q });
  const { record, facts } = launch;
  const label = record.isPreview ? tools.seals.previewLabel(app, record.n) : app;
  const { manifest } = facts;
  const origin = tools.originOf(label);
  const path = startPath(manifest.source, input.start);
  return {
    app: toAppCard(tools, facts, label),
    v: record.n,
    url: `${origin}/__mini/relay?to=${encodeURIComponent(path)}`,
    origin,
    data: signInitData(toFields(tools, launch, label, input), {
      bot: launch.bot,
      dataKey: launch.dataKey,
      sign: tools.seals.sign,
    }),
    q: record.q,
    ...(record.isFirst ? { first: 1 as const } : {}),
    ...(manifest.connect[0] === '*' ? { any: 1 as const } : {}),
    view: manifest.view,
    links: manifest.links,
    ask: manifest.scopes,
    grants: [...record.grants],
  };
}

/** The first page, from the root of the app's own origin. What a link says stands in the query, too: some pages look only there. */
function startPath(source: AppManifest['source'], start: string | undefined): string {
  const isBundle = source.kind === 'bundle';
  const { pathname, search } = new URL(isBundle ? `http://app/${toSafePath(source.entry)}` : source.url);
  const path = `${pathname.replace(/^\/+/, '/')}${search}`;
  return start ? `${path}${search === '' ? '?' : '&'}tgWebAppStartParam=${start}` : path;
}
const toSafePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Everything the app is told, by the names its server knows. */
function toFields(
  { seals, faceUrl }: AppTools,
  { record, owner }: Launch,
  label: string,
  { start, c, lang }: RequestParsed<'app.launch'>,
): Record<string, string> {
  const { profile, mayWrite, kind } = record;
  const picture = pictureOf(profile?.av);
  const user = {
    id: record.pid,
    first_name: profile?.name ?? guestName,
    last_name: '',
    ...(profile && lang ? { language_code: languageCodes[lang] ?? lang } : {}),
    ...(mayWrite ? { allows_write_to_pm: true } : {}),
    ...(picture === undefined ? {} : { photo_url: faceUrl(label, picture) }),
  };
  return {
    query_id: record.q,
    user: JSON.stringify(user),
    ...(c === undefined || kind === null
      ? {}
      : { chat_type: chatTypes[kind] ?? 'private', chat_instance: seals.chatInstance(owner, c) }),
    ...(start ? { start_param: start } : {}),
    auth_date: String(Math.floor(record.at / 1_000)),
  };
}
