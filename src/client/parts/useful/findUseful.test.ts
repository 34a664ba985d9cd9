import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findUseful } from './findUseful.ts';

/** Tuesday, 10 November 2026, noon. */
const said = new Date(2026, 10, 10, 12, 0).getTime();
const at = (month: number, day: number, hour = 0, minute = 0, year = 2026): number =>
  new Date(year, month - 1, day, hour, minute).getTime();

describe('findUseful: days and times', () => {
  it.each([
    ['See you tomorrow 18:00', 'tomorrow 18:00', at(11, 11, 18)],
    ['Tomorrow at 6pm?', 'Tomorrow at 6pm', at(11, 11, 18)],
    ['12 November, 17:42 at the harbour', '12 November, 17:42', at(11, 12, 17, 42)],
    ['On November 14 at 5:30 p.m. then', 'November 14 at 5:30 p.m.', at(11, 14, 17, 30)],
    ['Friday 9:05 am', 'Friday 9:05 am', at(11, 13, 9, 5)],
    ['9pm tonight', '9pm tonight', at(11, 10, 21)],
    ['tonight at 8:00', 'tonight at 8:00', at(11, 10, 20)],
    ['at 2026-12-01T08:00 sharp', '2026-12-01T08:00', at(12, 1, 8)],
    ['besok jam 9', 'besok jam 9', at(11, 11, 9)],
    ['Besok sore jam 4.15 ya', 'Besok sore jam 4.15', at(11, 11, 16, 15)],
    ['Jumat 14 November jam 06.30 ya', 'Jumat 14 November jam 06.30', at(11, 14, 6, 30)],
    ['nanti malam jam 8', 'nanti malam jam 8', at(11, 10, 20)],
    ['集合は11月14日 18時です', '11月14日 18時', at(11, 14, 18)],
    ['明後日の午後1時半に', '明後日の午後1時半', at(11, 12, 13, 30)],
    ['来週の金曜日19時', '来週の金曜日19時', at(11, 20, 19)],
    ['１１月１４日 １８時', '１１月１４日 １８時', at(11, 14, 18)],
    ['내일 오후 6시까지', '내일 오후 6시', at(11, 11, 18)],
    ['토요일 오전 7시 30분', '토요일 오전 7시 30분', at(11, 14, 7, 30)],
    ['明天下午3點半見', '明天下午3點半', at(11, 11, 15, 30)],
    ['星期五 19:00 吃飯', '星期五 19:00', at(11, 13, 19)],
  ])('%s', (text, words, time) => {
    const [found, ...more] = findUseful(text, said);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ kind: 'when', text: words, when: { at: time, isWholeDay: false } });
  });

  it.each([
    ['the 3rd of December', '3rd of December', at(12, 3)],
    ['3 January', '3 January', at(1, 3, 0, 0, 2027)],
    ['2 November', '2 November', at(11, 2)],
    ['12月5日（土）', '12月5日（土）', at(12, 5)],
    ['11월 20일에', '11월 20일', at(11, 20)],
  ])('a whole day: %s', (text, words, time) => {
    expect(findUseful(text, said)).toMatchObject([{ text: words, when: { at: time, isWholeDay: true } }]);
  });

  it.each([
    '30 February',
    '2月30日',
    'tomorrow',
    'besok ya',
    'May 5 people come along?',
    'may 5 of us go',
    'I have 14 apples and 3 pears',
    '12.5 km in 1:42:10',
    'the score was 3:2',
    'version 2026.1.3',
    'Rp 25.000 / 14 orang',
    '5 jam lagi, sudah 9 jam',
    '11月の売上は14日分',
    '第14日 三個人 週三次',
    '오늘 3개, 바로 2시간 걸려요',
    '今天3點心',
    'call 010-2345-6789',
    'room 18:00:00:1f',
    'at 6 we eat',
  ])('leaves sentences alone: %s', (text) => expect(findUseful(text, said)).toEqual([]));
});

describe('findUseful: addresses', () => {
  it.each([
    ['〒150-0041 東京都渋谷区神南1-19-11 です', '〒150-0041 東京都渋谷区神南1-19-11'],
    ['住所は京都府京都市左京区吉田町3丁目2番1号。', '京都府京都市左京区吉田町3丁目2番1号'],
    ['서울특별시 중구 세종대로 110 앞', '서울특별시 중구 세종대로 110'],
    ['부산 해운대구 마린시티2로 33', '해운대구 마린시티2로 33'],
    ['在高雄市鹽埕區大勇路1號', '高雄市鹽埕區大勇路1號'],
    ['我們約新北市板橋區文化路一段25號', '新北市板橋區文化路一段25號'],
    ['中山區南京東路三段25巷10號5樓', '中山區南京東路三段25巷10號5樓'],
    ['di Jl. Medan Merdeka Timur No. 1, besok', 'Jl. Medan Merdeka Timur No. 1'],
    ['at 221B Baker Street. Please', '221B Baker Street'],
    ['12 North Harbour Road', '12 North Harbour Road'],
  ])('%s', (text, words) =>
    expect(findUseful(text, said).filter(({ kind }) => kind === 'address')).toMatchObject([{ text: words }]),
  );

  it.each([
    'Two Big Streets and 3 cats',
    'We walked 5 Long Miles',
    '바로 2시에 만나요, 길 12개',
    '중구에서 버스로 30분 걸려요',
    '日本1の景色、県3位',
    '排在第3號，坐2號公車',
    'Jalan pelan-pelan saja No. 1!',
    'Jalan kaki 5 menit',
    'No. 1 in the world',
    'I know 4 Roads',
  ])('leaves sentences alone: %s', (text) => expect(findUseful(text, said)).toEqual([]));
});

describe('findUseful', () => {
  it('gives pieces of the text, in order and apart, whatever it is', () => {
    const word = fc.constantFrom(
      'tomorrow',
      '18:00',
      '11月14日',
      '14',
      'November',
      'jam 9',
      '내일',
      '6시',
      'Jl.',
      'No. 1',
      '號',
      '〒150-0041',
      ' ',
      ',',
      '東京都',
      '221B Baker Street',
    );
    const text = fc.oneof(
      fc.string({ maxLength: 200 }),
      fc.array(word, { maxLength: 40 }).map((words) => words.join('')),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 0, max: 4_000_000_000_000 }), (raw, when) => {
        let end = 0;
        for (const found of findUseful(raw, when)) {
          expect(found.start).toBeGreaterThanOrEqual(end);
          expect(raw.slice(found.start, found.end)).toBe(found.text);
          if (found.kind === 'when') expect(Number.isSafeInteger(found.when.at)).toBe(true);
          end = found.end;
        }
        expect(end).toBeLessThanOrEqual(raw.length);
      }),
      { numRuns: 500 },
    );
  });

  it('finds nothing in words without numbers', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('abc 明日東京都路號내일로JlNo.:-')) }), (text) => {
        expect(findUseful(text, said)).toEqual([]);
      }),
    );
  });

  it('looks at no text for long', () => {
    for (const piece of [
      '1',
      '1 ',
      '東京都',
      '1月1',
      'Jl. A',
      '14 November ',
      '중구 가나다',
      '12 Aaa ',
      '區路',
      '1:',
      '〒100-0000',
    ])
      for (const text of [piece.repeat(5_000), `${piece.repeat(400)}!`]) {
        const begun = performance.now();
        findUseful(text, said);
        expect(performance.now() - begun, piece).toBeLessThan(500);
      }
  });
});
