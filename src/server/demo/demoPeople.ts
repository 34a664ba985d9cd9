/** Languages the demo's people write in. */
export type DemoLanguage = 'en' | 'id' | 'ja' | 'ko' | 'zh-TW';

/** One inhabitant of the demo world. `answers`: replies by itself, after so many seconds of typing. */
export interface DemoPerson {
  handle: string;
  name: string;
  language: DemoLanguage;
  status?: string;
  av?: string;
  answers?: number;
}

/** The 25 people of the demo world. The first is the one whose day is fullest. */
export const demoPeople: readonly DemoPerson[] = [
  { handle: 'dewi', name: 'Dewi Larasati', language: 'id', status: 'Slow mornings, long walks' },
  { handle: 'minori', name: '青島みのり', language: 'ja', status: '写真と散歩', answers: 3 },
  { handle: 'haneul', name: '윤하늘', language: 'ko', status: '천천히, 꾸준히', answers: 4 },
  { handle: 'ting', name: '韋婷', language: 'zh-TW', status: '今天也要好好吃飯', answers: 2 },
  { handle: 'rangga', name: 'Rangga Adhitama', language: 'id', answers: 5 },
  { handle: 'sari', name: 'Sari Wulandari', language: 'id', status: 'Kopi dulu' },
  { handle: 'bram', name: 'Bram Kusuma', language: 'id' },
  { handle: 'ibu.ratna', name: 'Ibu Ratna', language: 'id', answers: 6 },
  { handle: 'sota', name: '森下颯太', language: 'ja', status: '締切前' },
  { handle: 'yui', name: '小野寺結衣', language: 'ja' },
  { handle: 'kenji', name: '古賀健司', language: 'ja', status: '走っています' },
  { handle: 'aoi', name: '春日あおい', language: 'ja' },
  { handle: 'jiwoo', name: '한지우', language: 'ko', status: '커피는 하루 두 잔' },
  { handle: 'seojun', name: '문서준', language: 'ko' },
  { handle: 'yuna', name: '배유나', language: 'ko' },
  { handle: 'dohyun', name: '노도현', language: 'ko', answers: 3 },
  { handle: 'pinyan', name: '簡品妍', language: 'zh-TW' },
  { handle: 'chengyu', name: '溫承宇', language: 'zh-TW', status: '山上沒訊號' },
  { handle: 'yiching', name: '莊宜靜', language: 'zh-TW' },
  { handle: 'kaiwen', name: '歐陽凱文', language: 'zh-TW' },
  { handle: 'maya', name: 'Maya Okonkwo', language: 'en', status: 'Between two trains', answers: 3 },
  { handle: 'tom', name: 'Tom Wetherby', language: 'en' },
  { handle: 'ines', name: 'Inês Carvalho', language: 'en', status: 'Garden weather' },
  { handle: 'luca', name: 'Luca Ferrante', language: 'en' },
  { handle: 'priya', name: 'Priya Raghunathan', language: 'en', answers: 4 },
];
