import { resolve } from 'node:path';
import { StartError } from './startError.ts';
import { writeMiniApp } from './writeMiniApp.ts';

/** The command `npm run miniapp:new NAME`: a new mini-app in a folder of that name, which may be a path; it starts at the folder the command was called from. */
const root = resolve(import.meta.dirname, '../..');
const [name] = process.argv.slice(2);
try {
  if (!name) throw new StartError('Say the name of the app: npm run miniapp:new ../cafe');
  const target = resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
  await writeMiniApp(root, target, (line) => void process.stdout.write(`${line}\n`));
  process.stdout.write(`${target} is ready. Go there and run "npm start".\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
