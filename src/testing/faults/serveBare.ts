import { parseConfig } from '#server/config.ts';
import { logToStderr } from '#server/logToStderr.ts';
import { main } from '#server/main.ts';

/* The server of `npm start` without pages: a test that needs none does not wait until they are built. */
const running = await main(parseConfig(process.env), { log: logToStderr, client: { kind: 'none' } });
console.log(`Kabar runs at ${running.url}`);
process.once('SIGTERM', () => void running.close().then(() => process.exit(0)));
