import { startPage } from '#miniapps/kit/page/startPage.tsx';
import { DealsApp } from './DealsApp.tsx';
import words from './dealsPageWords.json' with { type: 'json' };

void startPage(words, DealsApp);
