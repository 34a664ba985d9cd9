import { drawIcon } from '#miniapps/kit/server/drawIcon.ts';
import type { FirstPartyApp } from '#miniapps/kit/server/FirstPartyApp.ts';
import { queuePlaces } from './queuePlaces.ts';
import { addQueueRoutes } from './queueRoutes.ts';
import { queueSchema } from './queueSchema.ts';

/** Tickets of a counter: taken from anywhere, watched from anywhere. */
export const queueApp: FirstPartyApp = {
  name: 'queue',
  icon: drawIcon(['#4aa3a0', '#23707a'], '<circle cx="12" cy="12.5" r="9"/><path d="M12 7.5v5l3.2 2.2"/>'),
  schema: queueSchema,
  places: queuePlaces.map(({ id }) => id),
  manifest: {
    names: { en: 'Queue', id: 'Antre', ja: '順番待ち', ko: '순번 대기', 'zh-TW': '排隊取號' },
    about: {
      en: 'Take a number and wait where you like',
      id: 'Ambil nomor, tunggu di mana saja',
      ja: '番号を取って、好きな場所で待つ',
      ko: '번호를 받고 원하는 곳에서 기다리세요',
      'zh-TW': '取號後，在哪裡等都可以',
    },
    category: 'around',
    view: 'tall',
    scopes: [
      {
        scope: 'write',
        reason: {
          en: 'To tell you when it is your turn',
          id: 'Untuk memberi tahu saat giliran Anda tiba',
          ja: '順番が来たときにお知らせするため',
          ko: '차례가 되면 알려 드리기 위해',
          'zh-TW': '輪到您時通知您',
        },
      },
      {
        scope: 'share',
        reason: {
          en: 'To show your ticket in a chat',
          id: 'Untuk menampilkan nomor Anda di obrolan',
          ja: '番号をトークに表示するため',
          ko: '대화방에 번호표를 보여 주기 위해',
          'zh-TW': '在聊天室中顯示您的號碼',
        },
      },
    ],
    connect: [],
    links: [],
  },
  seed({ db }) {
    for (const { id, prefix } of queuePlaces)
      db.run('INSERT INTO places (id, prefix) VALUES (?, ?) ON CONFLICT DO NOTHING', id, prefix);
  },
  addRoutes: addQueueRoutes,
};
