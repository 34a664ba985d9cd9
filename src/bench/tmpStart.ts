import { parseConfig } from '#server/config.ts';
import { main } from '#server/main.ts';
import { logToStderr } from '#server/logToStderr.ts';
const running = await main(parseConfig(process.env), { log: logToStderr, client: { kind: 'files', folder: '/work/main/public' } });
console.log('Kabar runs at');
process.on('SIGTERM', () => void running.close(0).then(() => process.exit(0)));
