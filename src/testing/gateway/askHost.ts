import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

/** An answer, whole. */
export interface HostAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What a test may say of a request. */
export interface HostRequest {
  readonly method?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
}

/** Asks the server on this machine by one of its names. Paths and headers are sent as they stand. Rejects when the answer breaks off. */
export function askHost(port: number, host: string, path: string, options: HostRequest = {}): Promise<HostAnswer> {
  const { method = 'GET', headers = {}, body } = options;
  // For some methods Node would send a body without saying how long it is.
  const isFramed = body === undefined || headers['transfer-encoding'] !== undefined;
  const length = isFramed ? {} : { 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    const sent = request({
      host: '127.0.0.1',
      port,
      path,
      method,
      agent: false,
      headers: { host: `${host}:${port}`, ...length, ...headers },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('error', reject);
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { statusCode: status = 0, headers: answered } = response;
        resolve({ status, headers: answered, body: Buffer.concat(parts).toString() });
      });
    });
    sent.end(body);
  });
}
