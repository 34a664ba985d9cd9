import type { DemoLanguage } from './demoPeople.ts';

const first: Record<DemoLanguage, readonly string[]> = {
  en: ['Grain', 'Half', 'Quiet', 'Silver', 'Paper', 'Amber', 'Slow', 'North', 'Lost', 'Rainy', 'Velvet', 'Copper'],
  id: ['Senja', 'Kopi', 'Hujan', 'Lampu', 'Kamar', 'Embun', 'Jalan', 'Langit', 'Daun', 'Kabut', 'Pasar', 'Rumah'],
  ja: ['夜', '朝', '写真', '硝子', '雨', '小径', '月', '海辺', '古い', '静かな', '青い', '午後'],
  ko: ['느린', '낡은', '조용한', '푸른', '작은', '오래된', '새벽', '여름', '골목', '바다', '노을', '겨울'],
  'zh-TW': ['慢', '舊', '底片', '街角', '清晨', '夏日', '安靜', '山邊', '雨後', '巷口', '暖', '藍色'],
};
const second: Record<DemoLanguage, readonly string[]> = {
  en: ['Ghost', 'Frame', 'Lens', 'Moth', 'Shutter', 'Harbour', 'Fox', 'Signal', 'Window', 'Orchard', 'Tram', 'Kite'],
  id: ['Pelan', 'Merah', 'Gelap', 'Sore', 'Biru', 'Tua', 'Kecil', 'Pagi', 'Hangat', 'Lama', 'Manis', 'Sepi'],
  ja: ['散歩', 'カメラ', 'の灯り', '便り', '日記', '帽子', 'の猫', 'フィルム', 'の窓', '時計', 'の庭', '切符'],
  ko: ['오후', '셔터', '필름', '산책', '고양이', '창가', '엽서', '버스', '일기', '라디오', '정원', '시계'],
  'zh-TW': ['散步', '相機', '貓', '快門', '窗', '明信片', '電車', '日記', '燈', '花園', '午後', '時鐘'],
};

/** The name of a member of the demo's community: no two alike, in the member's language, at most 20 characters. */
export function demoMemberName(index: number, language: DemoLanguage): string {
  const [heads, tails] = [first[language], second[language]];
  const place = Math.floor(index / 5);
  const head = heads[place % heads.length] ?? '';
  const tail = tails[Math.floor(place / heads.length) % tails.length] ?? '';
  const round = Math.floor(place / (heads.length * tails.length));
  const name = language === 'en' || language === 'id' || language === 'ko' ? `${head} ${tail}` : `${head}${tail}`;
  return round === 0 ? name : `${name} ${round + 1}`;
}
