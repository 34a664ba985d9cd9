import type { IncomingMessage, Server } from 'node:http';

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>();

/** Calls `onLate` unless the whole body of a request has come within `ms`. A later call for the same request takes the place of the earlier one. */
export function setBodyDeadline(request: IncomingMessage, ms: number, onLate: () => void): void {
  // Whoever is gone will not say so again.
  if (request.destroyed) return;
  const before = timers.get(request);
  clearTimeout(before);
  const timer = setTimeout(() => {
    // What has come but is not read yet is not late.
    if (!request.complete) onLate();
  }, ms);
  timers.set(request, timer);
  if (before === undefined) request.once('close', () => clearTimeout(timers.get(request)));
}

/** Whether anything may follow the headers of a request. */
export const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/** Ends a request as the server itself ends one that takes too long: whoever listens for broken clients answers. */
export function endLate(server: Server, { socket }: IncomingMessage): void {
  const late = Object.assign(new Error('Request timeout'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' });
  if (!server.emit('clientError', late, socket)) socket.destroy();
}
