/** A refusal of the app's server, or `OFFLINE` when it did not answer. */
export class LineError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.name = 'LineError';
    this.code = code;
  }
}

/** Who the server says opened the page. */
export interface SessionWords {
  readonly lang: string;
  readonly start: string | null;
}

/** The page's own server. Everything is refused with {@link LineError}. */
export interface ServerLine {
  /** Shows the launch and learns the language. */
  open(): Promise<SessionWords>;
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body?: object): Promise<Answer>;
}

/** Longest time for one answer, ms: longer than the server keeps a question for news. */
const patienceMs = 20_000;

/** Makes a {@link ServerLine}. `data`: the signed launch, as it came. `lang`: what the page would speak. A session that ran out is renewed once, without a word. */
export function createServerLine(data: string, lang: string): ServerLine {
  let session: string | undefined;
  const ask = async (
    method: string,
    path: string,
    headers: Record<string, string>,
    body?: object,
  ): Promise<unknown> => {
    const answer = await fetch(path, {
      method,
      headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      body: body ? JSON.stringify(body) : null,
      signal: AbortSignal.timeout(patienceMs),
    }).catch((_: unknown) => {
      throw new LineError('OFFLINE');
    });
    const words: unknown = await answer.json().catch((_: unknown) => ({}));
    if (answer.ok) return words;
    const { code } = words as { code?: unknown };
    // The gateway answers for a server that is away in words of its own.
    throw new LineError(typeof code === 'string' ? code : answer.status >= 500 ? 'OFFLINE' : 'BAD');
  };
  const open = async (): Promise<SessionWords> => {
    const words = (await ask('POST', '/api/session', { 'x-launch-data': data }, { lang })) as SessionWords & {
      session: string;
    };
    session = words.session;
    return words;
  };
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    if (session === undefined) await open();
    try {
      return await ask(method, path, { authorization: `Bearer ${session}` }, body);
    } catch (error) {
      if (!(error instanceof LineError) || error.code !== 'UNAUTH') throw error;
      await open();
      return ask(method, path, { authorization: `Bearer ${session}` }, body);
    }
  };
  return {
    open,
    get: async (path) => (await call('GET', path)) as never,
    post: async (path, body = {}) => (await call('POST', path, body)) as never,
  };
}
