import './app/firstReads.ts';
import '#client/adapters/configureZod.ts';
import './ui/app.css';
import { boot } from './app/boot.tsx';
import { reloadOnMissingFile } from './app/reloadOnMissingFile.ts';

reloadOnMissingFile();
void boot(document.getElementById('root') as HTMLElement);
