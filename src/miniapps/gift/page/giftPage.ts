import { startPage } from '#miniapps/kit/page/startPage.tsx';
import { GiftApp } from './GiftApp.tsx';
import words from './giftPageWords.json' with { type: 'json' };

void startPage(words, GiftApp);
