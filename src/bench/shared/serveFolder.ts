import { parseConfig } from '#server/config.ts';
import { logToStderr } from '#server/logToStderr.ts';
import { main } from '#server/main.ts';

/*
 * The server of `npm start` with another folder of client files (`CLIENT_FOLDER`), so that pages of the benchmark lie beside the app. A process of its own,
 * because the benchmark must not share a thread with it.
 */
const folder = process.env['CLIENT_FOLDER'];
if (!folder) throw new Error('CLIENT_FOLDER is missing');
const config = parseConfig(process.env);
const running = await main(config, { log: logToStderr, client: { kind: 'files', folder } });
console.log(`Kabar runs at ${running.url}`);
process.once('SIGTERM', () => void running.close().then(() => process.exit(0)));
