import { startPage } from '#miniapps/kit/page/startPage.tsx';
import { QueueApp } from './QueueApp.tsx';
import words from './queuePageWords.json' with { type: 'json' };

void startPage(words, QueueApp);
