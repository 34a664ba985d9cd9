import { randomUUID } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { benchPassword, type SeededPerson } from '#bench/shared/seedWorld.ts';
import { packZip } from '#testing/gateway/packZip.ts';

/** What publishing needs: a maker and an administrator, logged in at a running server. */
export interface Publisher {
  /** Uploads the files, and lets everybody open them as an app. */
  publish(app: string, files: Readonly<Record<string, string>>): Promise<void>;
}

/** Makes somebody an administrator, in a database that no server has open. */
export function makeAdmin(database: string, { userId }: SeededPerson): void {
  const db = new DatabaseSync(database);
  db.prepare('UPDATE users SET role = 1 WHERE id = ?').run(userId);
  db.close();
}

/** Logs the two in. */
export async function openPublisher(url: string, maker: SeededPerson, admin: SeededPerson): Promise<Publisher> {
  const [made, judged] = [await logIn(url, maker), await logIn(url, admin)];
  return {
    async publish(app, files) {
      await ask(url, made, 'maker.create', { app });
      const zip = packZip(Object.entries(files).map(([name, content]) => ({ name, content })));
      const { id } = (await post(url, `/api/apps/bundle?app=${app}`, zip, made, 'application/zip')) as { id: string };
      const manifest = {
        ...{ names: { en: app }, about: { en: 'For the benchmark' }, category: 'tools', view: 'tall' },
        ...{ scopes: [], connect: [], links: [], source: { kind: 'bundle', bundle: id, entry: 'index.html' } },
      };
      await ask(url, made, 'maker.save', { app, manifest });
      await ask(url, made, 'maker.submit', { app, on: true });
      await ask(url, judged, 'review.decide', { app, n: 1, ok: true });
    },
  };
}

async function logIn(url: string, { handle }: SeededPerson): Promise<string> {
  const body = JSON.stringify({ handle, password: benchPassword });
  const { token } = (await post(url, '/api/session/login', body)) as { token: string };
  return token;
}

const ask = (url: string, token: string, name: string, input: object): Promise<unknown> =>
  post(url, `/api/rpc/${name}`, JSON.stringify({ input: { ...input, op: randomUUID() } }), token);

async function post(url: string, path: string, body: string | Buffer, token?: string, type = 'application/json') {
  const answer = await fetch(url + path, {
    method: 'POST',
    headers: {
      'content-type': type,
      origin: url,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
  const text = await answer.text();
  const said = answer.ok ? (JSON.parse(text) as { ok?: boolean; data?: unknown }) : undefined;
  if (!said || said.ok === false) throw new Error(`${path}: ${answer.status} ${text}`);
  return said.data;
}
