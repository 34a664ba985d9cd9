import { installTelegram } from './webApp/installTelegram.ts';

/* Script of `/__mini/telegram-web-app.js`, which stands in for the one that pages load by its public address. */
installTelegram(window);
