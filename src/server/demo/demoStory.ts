import type { FileName } from './demoFiles.ts';
import type { DemoLanguage } from './demoPeople.ts';

/** Who says something: the first person of the demo, the other one of a 1:1 chat, or somebody of the group who writes in that language (`2`: another one). */
export type StoryVoice = 'me' | 'peer' | DemoLanguage | `${DemoLanguage} 2`;

/** One message of a scripted conversation. Everything but `by` may be missing. */
export interface StoryLine {
  readonly by: StoryVoice;
  /** words, caption of files, or the question of a poll */
  readonly say?: string;
  /** how other lines name this one */
  readonly key?: string;
  /** of the line it answers; in the same chat */
  readonly re?: string;
  /** of the line it forwards, from a chat that was told before; `named`: with the name of its writer */
  readonly fw?: { readonly key: string; readonly named?: true };
  readonly files?: readonly FileName[];
  readonly poll?: {
    readonly o: readonly string[];
    readonly many?: 1;
    readonly open?: 1;
    readonly add?: 1;
    /** how long it runs from the end of the story */
    readonly hours?: number;
    readonly isClosed?: true;
    /** how many people choose each answer */
    readonly votes: readonly number[];
  };
  /** everybody is asked to confirm; so many have */
  readonly ask?: number;
  readonly sticker?: string;
  readonly place?: { readonly la: number; readonly lo: number; readonly ac?: number; readonly x: string };
  /** handle of the friend whose card it is */
  readonly card?: string;
  readonly silent?: true;
  /** what the page behind its link says */
  readonly page?: { readonly t: string; readonly x: string; readonly p?: FileName };
  /** emoji that others put to it */
  readonly likes?: readonly string[];
  /** the first person keeps it, with this note */
  readonly keep?: string;
  readonly isPinned?: true;
  /** name of the album of the chat into which its photos go */
  readonly album?: string;
  /** who wrote it also puts this into the notes of the chat */
  readonly note?: string;
  /** what is answered in a thread on it; of these lines only the voice and the words are told */
  readonly thread?: readonly Pick<StoryLine, 'by' | 'say'>[];
  /** not sent yet: the first person has planned it for so many hours after the story */
  readonly laterHours?: number;
}

/** A conversation with which a chat of the demo ends: `of` is the title of a group, or the handle of whom the first person talks with. */
export interface DemoStory {
  readonly of: string;
  /** how long its last line is ago, minutes */
  readonly minutes: number;
  readonly lines: readonly StoryLine[];
}

const trip: readonly StoryLine[] = [
  {
    by: 'ja',
    files: ['dawn'],
    say: '去年の写真が出てきた！朝焼けのお寺、みんなで見たいなあ',
    likes: ['😍', '❤️', '❤️'],
    key: 'dawn',
  },
  { by: 'ko', say: '와, 색이 정말 예뻐요. 몇 시쯤 가면 볼 수 있어요?', re: 'dawn' },
  { by: 'ja', say: '日の出は5時15分くらい。4時半には入口にいたいね' },
  {
    by: 'id',
    files: ['plan'],
    say: 'Rencananya sudah jadi, silakan dicek',
    key: 'plan',
    keep: 'Tiket kereta ada di halaman 1',
    note: 'Yang dibawa\n\n• jaket\n• senter\n• kamera dan dua rol film\n• uang kecil untuk pasar',
  },
  {
    by: 'me',
    say: 'Sabtu kita ke mana dulu?',
    poll: {
      o: ['Borobudur, matahari terbit', 'Batik di Taman Sari', 'Kalibiru', '美食街 Malioboro'],
      open: 1,
      add: 1,
      hours: 30,
      votes: [6, 2, 3, 1],
    },
    key: 'where',
    thread: [
      { by: 'ja', say: '朝焼けに一票！' },
      { by: 'zh-TW', say: '我想去市場吃東西 😋' },
    ],
  },
  {
    by: 'zh-TW',
    files: ['terrace', 'trail', 'market'],
    say: '上次去的三個地方，都值得再走一次',
    likes: ['👍', '👍'],
    album: 'Jogja 🌄',
  },
  {
    by: 'id 2',
    say: 'Kumpul di Stasiun Gambir, Jl. Medan Merdeka Timur No. 1, Jumat 14 November jam 06.30 ya',
    likes: ['👍'],
    isPinned: true,
  },
  { by: 'id 2', place: { la: -6.17665, lo: 106.83062, x: 'Stasiun Gambir, pintu utara' } },
  {
    by: 'me',
    say: 'Tolong konfirmasi kalau sudah transfer uang kereta, ya. Kursinya hanya ditahan sampai besok malam.',
    ask: 7,
  },
  { by: 'ko', say: '저는 보냈어요!', re: 'where' },
  { by: 'ja', sticker: 'otw' },
  { by: 'zh-TW', files: ['voiceLong'], likes: ['😂'] },
  {
    by: 'id',
    say: 'https://dieng.example/kabut-pagi',
    page: {
      t: 'Kabut pagi di Dieng',
      x: 'Jalan kaki dua jam, dari telaga ke puncak, sebelum matahari naik.',
      p: 'trail',
    },
  },
  { by: 'me', say: 'Jaketnya jangan lupa, di Dieng bisa 8 derajat', silent: true },
];

const camera: readonly StoryLine[] = [
  {
    by: 'zh-TW',
    files: ['camera', 'loom', 'city', 'coffee', 'plant', 'books', 'market'],
    say: '這個月洗出來的，七張都留著',
    album: '十一月',
    likes: ['❤️', '❤️', '😮'],
    key: 'roll',
  },
  { by: 'ja', say: '三枚目の夜景がすごく好き', re: 'roll' },
  { by: 'zh-TW', files: ['rolls'] },
  {
    by: 'id',
    say: 'Tema bulan depan? Boleh pilih lebih dari satu',
    poll: { o: ['Jendela', 'Hujan', 'Tangan', '早餐'], many: 1, votes: [5, 7, 3, 6], isClosed: true },
  },
  { by: 'zh-TW', say: '12月5日 14:00 在暗房集合，高雄市鹽埕區大勇路1號', likes: ['👍'] },
];

const family: readonly StoryLine[] = [
  { by: 'id', files: ['cat'], say: 'Si Oyen sudah pulang sendiri', likes: ['😂', '❤️'], key: 'cat' },
  { by: 'me', sticker: 'love', re: 'cat' },
  { by: 'id 2', files: ['voiceShort'] },
  { by: 'id', files: ['noodles', 'coffee'], say: 'Makan siang hari ini' },
  { by: 'me', say: 'Besok jam 9 aku jemput Ibu ya', likes: ['🙏'] },
];

const walkers: readonly StoryLine[] = [
  { by: 'ja', files: ['sea', 'plant'], likes: ['😍'] },
  { by: 'en', files: ['film'], say: 'The boat from this morning', key: 'boat', likes: ['🎉'] },
  { by: 'ja', say: '集合は11月14日 10時、〒150-0041 東京都渋谷区神南1-19-11 です' },
  {
    by: 'en',
    say: 'Which shoes?',
    poll: { o: ['Hiking boots', 'Trainers', 'Sandals and courage'], hours: 20, votes: [3, 4, 1] },
  },
];

const readers: readonly StoryLine[] = [
  { by: 'ja', files: ['notes'] },
  { by: 'zh-TW', files: ['books'], say: '下一本三選一', keep: '' },
  {
    by: 'zh-TW',
    say: '下一本讀什麼？',
    poll: { o: ['《小鎮的海》', '《長夜慢車》', '《茶與雨》'], open: 1, votes: [3, 2, 1] },
  },
];

const runners: readonly StoryLine[] = [
  { by: 'ko', files: ['trail', 'dawn', 'city', 'sea'], say: '이번 주 코스 네 곳', likes: ['👍', '🎉'] },
  { by: 'ko', say: '토요일 오전 7시, 서울특별시 중구 세종대로 110 앞에서 만나요' },
  { by: 'ko', sticker: 'ok' },
];

const research: readonly StoryLine[] = [
  {
    by: 'en',
    files: ['loom'],
    say: 'Board for the workshop',
    thread: [
      { by: 'ko', say: '색이 조금 더 밝으면 좋겠어요' },
      { by: 'en 2', say: 'The third row could carry the questions' },
      { by: 'en', say: 'Good idea, I will redraw it tonight' },
      { by: 'me', say: 'Aku bawa spidolnya' },
    ],
  },
  { by: 'me', say: 'Review on 14 December, 17:42, at 221B Baker Street. Please read the notes before.', ask: 5 },
  { by: 'ko', say: '내일 오후 6시까지 메모 남길게요' },
];

const minori: readonly StoryLine[] = [
  { by: 'peer', say: 'ホテル、朝ごはん付きにしといたよ', key: 'hotel' },
  { by: 'me', sticker: 'thanks', re: 'hotel' },
  { by: 'peer', files: ['game', 'noodles'], say: '夜はこれで遊ぼう' },
  { by: 'me', fw: { key: 'plan', named: true } },
  { by: 'peer', card: 'haneul' },
  { by: 'me', say: 'Selamat ulang tahun, みのり! 🎂', laterHours: 14 },
  { by: 'peer', files: ['voiceTiny'] },
  { by: 'peer', say: '明日 18:00 に駅前で待ってるね' },
];

const haneul: readonly StoryLine[] = [
  { by: 'me', fw: { key: 'dawn' } },
  {
    by: 'peer',
    say: '사진 정말 좋네요. 숙소는 여기 어때요? https://hanok.example/stay',
    page: { t: '조용한 한옥 스테이', x: '마당이 있는 방 네 칸, 아침은 직접 구운 빵.', p: 'plant' },
  },
  { by: 'peer', sticker: 'coffee' },
  { by: 'me', say: 'Boleh, kita tanya yang lain dulu', silent: true },
  { by: 'peer', say: '네, 내일 오후 6시에 전화할게요 010-2345-6789' },
];

const ting: readonly StoryLine[] = [
  { by: 'peer', files: ['market'], say: '夜市開了！', likes: ['😮'] },
  { by: 'peer', place: { la: 22.62, lo: 120.2818, ac: 18, x: '駁二藝術特區' } },
  { by: 'me', card: 'sari' },
  { by: 'peer', sticker: 'laugh' },
];

/** The conversations that the demo ends with, in the order of its chats: what is forwarded was told before. */
export const demoStories: readonly DemoStory[] = [
  { of: 'Jogja bareng 🛵', minutes: 2, lines: trip },
  { of: 'Film Pelan · 慢速底片', minutes: 61, lines: camera },
  { of: '週末さんぽ部', minutes: 47, lines: walkers },
  { of: 'Launch — Q3 field research', minutes: 19, lines: research },
  { of: '아침 달리기', minutes: 118, lines: runners },
  { of: '讀書會', minutes: 83, lines: readers },
  { of: 'Keluarga', minutes: 34, lines: family },
  { of: 'minori', minutes: 5, lines: minori },
  { of: 'haneul', minutes: 9, lines: haneul },
  { of: 'ting', minutes: 26, lines: ting },
];
