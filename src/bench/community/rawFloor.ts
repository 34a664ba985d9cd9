import { WebSocketServer, WebSocket } from 'ws';

/*
 * The floor of the community benchmarks: a bare WebSocket server that writes each message to everybody. A message comes from its parent process, so that
 * nothing but the writing is measured. Ends with its parent.
 */
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env['PORT']), perMessageDeflate: false });
server.on('listening', () => process.send?.('ready'));
process.on('message', (text: string) => {
  const frame = Buffer.from(text);
  for (const client of server.clients)
    if (client.readyState === WebSocket.OPEN) client.send(frame, { binary: false, fin: true });
});
process.on('disconnect', () => process.exit(0));
