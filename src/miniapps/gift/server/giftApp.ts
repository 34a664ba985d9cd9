import { drawIcon } from '#miniapps/kit/server/drawIcon.ts';
import type { FirstPartyApp } from '#miniapps/kit/server/FirstPartyApp.ts';
import { expireGifts, giftPlace } from './giftActs.ts';
import { addGiftRoutes } from './giftRoutes.ts';
import { giftSchema } from './giftSchema.ts';

/** Small presents, paid with test points and redeemed at a till. */
export const giftApp: FirstPartyApp = {
  name: 'gift',
  icon: drawIcon(
    ['#e8788a', '#b3455f'],
    '<path d="M4 12v8a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-8M3 8h18v4H3zM12 8v13M12 8c-1-4-6-5-6-2.2C6 8 9 8 12 8Zm0 0c1-4 6-5 6-2.2C18 8 15 8 12 8Z"/>',
  ),
  schema: giftSchema,
  places: [giftPlace],
  manifest: {
    names: { en: 'Gifts', id: 'Hadiah', ja: 'ギフト', ko: '선물하기', 'zh-TW': '送禮' },
    about: {
      en: 'A coffee for a friend, paid with test points',
      id: 'Secangkir kopi untuk teman, dibayar dengan poin uji coba',
      ja: '友だちにコーヒーを。支払いはテストポイントで',
      ko: '친구에게 커피 한 잔, 테스트 포인트로',
      'zh-TW': '用測試點數請朋友喝咖啡',
    },
    category: 'shopping',
    view: 'tall',
    scopes: [
      {
        scope: 'profile',
        reason: {
          en: 'So that a gift says whom it is from',
          id: 'Supaya hadiah menyebutkan pengirimnya',
          ja: 'ギフトに贈り主の名前を入れるため',
          ko: '선물에 보낸 사람을 적기 위해',
          'zh-TW': '讓禮物顯示送禮人',
        },
      },
      {
        scope: 'write',
        reason: {
          en: 'To tell you when your gift is opened',
          id: 'Untuk memberi tahu saat hadiah Anda dibuka',
          ja: 'ギフトが開封されたときにお知らせするため',
          ko: '선물을 열면 알려 드리기 위해',
          'zh-TW': '禮物被開啟時通知您',
        },
      },
      {
        scope: 'share',
        reason: {
          en: 'To put a gift into a chat',
          id: 'Untuk mengirim hadiah ke obrolan',
          ja: 'ギフトをトークに送るため',
          ko: '대화방에 선물을 보내기 위해',
          'zh-TW': '將禮物送到聊天室',
        },
      },
    ],
    connect: [],
    links: [],
  },
  seed: () => undefined,
  addRoutes: addGiftRoutes,
  tick: expireGifts,
};
