import type { StickerName } from './stickerPacks.ts';

/**
 * Words that call for a sticker: English, Indonesian, Japanese, Korean, Traditional Chinese. All count for everybody, because people write in more languages than the one their screen
 * is in. They are found at the end of what was written ({@link suggestStickers}) and anywhere by the search of the panel.
 */
export const stickerWords: Readonly<Record<StickerName, readonly string[]>> = {
  thanks: [
    ...['thanks', 'thank you', 'thank you so much', 'thx', 'ty', 'terima kasih', 'makasih', 'trims'],
    ...['ありがとう', 'ありがとうございます', 'ありがとうございました', 'サンキュー', '感謝'],
    ...['고마워', '고마워요', '고맙습니다', '감사', '감사해요', '감사합니다'],
    ...['謝謝', '多謝', '感恩', '謝謝你'],
  ],
  sorry: [
    ...['sorry', 'so sorry', 'my bad', 'apologies', 'maaf', 'mohon maaf', 'maafin'],
    ...['ごめん', 'ごめんね', 'ごめんなさい', 'すみません', 'すまん', '申し訳ありません'],
    ...['미안', '미안해', '미안해요', '죄송', '죄송해요', '죄송합니다'],
    ...['對不起', '抱歉', '不好意思'],
  ],
  laugh: [
    ...['haha', 'lol', 'lmao', 'so funny', 'wkwk', 'ngakak', 'lucu banget'],
    ...['爆笑', 'ウケる', 'うける', '笑った', '笑える', 'わろた'],
    ...['ㅋㅋ', 'ㅎㅎ', '웃겨', '웃기다'],
    ...['哈哈', '笑死', '好好笑'],
  ],
  cry: [
    ...['crying', 'so sad', 'sob', 'nangis', 'sedih', 'hiks'],
    ...['泣いた', '泣ける', '泣きそう', '悲しい', 'つらい'],
    ...['ㅠㅠ', 'ㅜㅜ', '슬퍼', '슬프다', '눈물 나'],
    ...['嗚嗚', '哭了', '想哭', '難過'],
  ],
  night: [
    ...['good night', 'goodnight', 'gn', 'sleep well', 'selamat tidur', 'met bobo', 'bobo'],
    ...['おやすみ', 'おやすみなさい', 'もう寝る', '眠い', 'ねむい'],
    ...['잘자', '잘 자', '잘자요', '굿나잇', '안녕히 주무세요'],
    ...['晚安', '先睡', '去睡了'],
  ],
  otw: [
    ...['otw', 'omw', 'on my way', 'coming', 'berangkat', 'meluncur', 'di jalan'],
    ...['今行く', '今から行く', '向かってる', '向かっています', '向かいます'],
    ...['가는 중', '가고 있어', '지금 가', '출발', '출발했어'],
    ...['出發', '在路上', '馬上到'],
  ],
  ok: [
    ...['ok', 'okay', 'got it', 'sure', 'noted', 'oke', 'sip', 'siap', 'baik'],
    ...['了解', 'りょうかい', 'オッケー', 'わかった', 'わかりました', '承知しました'],
    ...['오케이', '넵', '네네', '알겠어', '알겠어요', '알겠습니다'],
    ...['好的', '沒問題', '收到', '可以喔'],
  ],
  love: [
    ...['love you', 'i love you', 'love it', 'miss you', 'sayang', 'cinta', 'kangen'],
    ...['大好き', 'だいすき', '愛してる', '好きです', '会いたい'],
    ...['사랑해', '사랑해요', '좋아해', '보고 싶어', '보고싶어'],
    ...['愛你', '想你', '好喜歡', '喜歡'],
  ],
  angry: [
    ...['angry', 'so mad', 'annoying', 'marah', 'kesal', 'sebel'],
    ...['怒った', '怒るよ', 'むかつく', 'イライラ', 'ひどい'],
    ...['화나', '화났어', '짜증', '짜증나'],
    ...['生氣', '氣死', '火大', '好煩'],
  ],
  birthday: [
    ...['happy birthday', 'birthday', 'hbd', 'selamat ulang tahun', 'met ultah', 'ultah'],
    ...['誕生日おめでとう', 'お誕生日おめでとう', 'おめでとう', 'おめでとうございます'],
    ...['생일', '생일 축하해', '생일축하해', '생일 축하해요', '축하해', '축하합니다'],
    ...['生日快樂', '生快', '恭喜'],
  ],
  rain: [
    ...['rain', 'raining', 'rainy', 'hujan', 'hujan deras', 'kehujanan'],
    ...['雨だ', '雨が降ってる', 'あめ', '雨降り', '大雨'],
    ...['비 와', '비 온다', '비가 와', '비가 와요', '장마'],
    ...['下雨', '下雨了', '雨天', '好大的雨'],
  ],
  coffee: [
    ...['coffee', 'latte', 'kopi', 'ngopi', 'ngopi dulu'],
    ...['コーヒー', 'カフェ', '珈琲', 'ひと休み'],
    ...['커피', '커피 한잔', '카페'],
    ...['咖啡', '喝咖啡', '休息一下'],
  ],
};

/** What fits beside a sticker that was called for, nearest first. */
export const stickerKin: Readonly<Partial<Record<StickerName, readonly StickerName[]>>> = {
  thanks: ['love', 'ok'],
  sorry: ['cry'],
  birthday: ['love', 'thanks'],
  love: ['thanks'],
  night: ['love'],
  otw: ['ok'],
};
