/** Uploads of a tus server, as a browser meets it: by `fetch` to make them, by `XMLHttpRequest` to send the bytes. */
export interface FakeTusServer {
  /** bytes that arrived, and how many there will be, by id */
  readonly uploads: Map<string, { text: string; length: number; metadata: string }>;
  /** every request: method and path */
  readonly log: string[];
  /** tokens that are taken */
  tokens: Set<string>;
  /** the next PATCH breaks after so many bytes */
  cutAfter: number | undefined;
  /** the next POST or PATCH is refused with this */
  refusal: { status: number; body: string } | undefined;
  /** PATCH requests are held and never answered */
  isHeld: boolean;
  fetch: typeof fetch;
  XMLHttpRequest: typeof XMLHttpRequest;
}

/** Makes the server; put its `fetch` and `XMLHttpRequest` in the place of the browser's. */
export function fakeTusServer(): FakeTusServer {
  const server: FakeTusServer = {
    ...{
      uploads: new Map(),
      log: [],
      tokens: new Set(['good']),
      cutAfter: undefined,
      refusal: undefined,
      isHeld: false,
    },
    fetch: async (input, init = {}) => {
      const path = new URL(input as string, location.href).pathname;
      const headers = new Headers(init.headers);
      server.log.push(`${init.method ?? 'GET'} ${path}`);
      if (!isKnown(server, headers.get('authorization')))
        return refuse(401, JSON.stringify({ ok: false, code: 'UNAUTH' }));
      const refused = takeRefusal(server);
      if (refused) return refuse(refused.status, refused.body);
      const metadata = headers.get('upload-metadata') ?? '';
      const id = atob(/id ([^,]+)/.exec(metadata)?.[1] ?? '');
      if (init.method === 'DELETE') {
        server.uploads.delete(path.split('/').at(-1) ?? '');
        return new Response(null, { status: 204 });
      }
      if (!server.uploads.has(id))
        server.uploads.set(id, { text: '', length: Number(headers.get('upload-length')), metadata });
      return new Response(null, { status: 201, headers: { location: `/api/files/${id}` } });
    },
    XMLHttpRequest: XMLHttpRequest,
  };
  const refuse = (status: number, body: string): Response => new Response(body, { status });
  server.XMLHttpRequest = requestsTo(server);
  return server;
}

const isKnown = ({ tokens }: FakeTusServer, bearer: string | null): boolean =>
  tokens.has(bearer?.replace('Bearer ', '') ?? '');

function takeRefusal(server: FakeTusServer): FakeTusServer['refusal'] {
  const { refusal } = server;
  server.refusal = undefined;
  return refusal;
}

/** As much of an XMLHttpRequest as the tus client uses. */
function requestsTo(server: FakeTusServer): typeof XMLHttpRequest {
  return class extends EventTarget {
    upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {};
    status = 0;
    responseText = '';
    onload?: () => void;
    onerror?: (error: Error) => void;
    #method = '';
    #id = '';
    #sent = new Headers();
    #answer = new Headers();
    #isAborted = false;
    open(method: string, url: string): void {
      this.#method = method;
      this.#id = new URL(url, location.href).pathname.split('/').at(-1) ?? '';
    }
    setRequestHeader(name: string, value: string): void {
      this.#sent.set(name, value);
    }
    getResponseHeader(name: string): string | null {
      return this.#answer.get(name);
    }
    abort(): void {
      this.#isAborted = true;
    }
    send(body?: Blob): void {
      void this.#run(body);
    }
    #end(status: number, headers: Record<string, string> = {}, text = ''): void {
      if (this.#isAborted) return;
      this.status = status;
      this.responseText = text;
      this.#answer = new Headers(headers);
      this.onload?.();
    }
    async #run(body?: Blob): Promise<void> {
      const text = (await body?.text()) ?? '';
      const known = server.uploads.get(this.#id);
      server.log.push(`${this.#method} ${this.#id} ${this.#sent.get('upload-offset') ?? ''}`.trim());
      if (!isKnown(server, this.#sent.get('authorization'))) return this.#end(401);
      if (!known) return this.#end(404);
      if (this.#method === 'HEAD')
        return this.#end(200, { 'upload-offset': String(known.text.length), 'upload-length': String(known.length) });
      if (server.isHeld) return;
      const refused = takeRefusal(server);
      if (refused) return this.#end(refused.status, {}, refused.body);
      const cut = server.cutAfter;
      server.cutAfter = undefined;
      known.text += text.slice(0, cut ?? text.length);
      this.upload.onprogress?.({
        lengthComputable: true,
        loaded: Math.min(cut ?? text.length, text.length),
        total: text.length,
      });
      if (cut !== undefined) return this.onerror?.(new Error('cut'));
      this.#end(204, { 'upload-offset': String(known.text.length) });
    }
  } as unknown as typeof XMLHttpRequest;
}
