import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import { drawFilm } from './drawFilm.ts';
import { drawPhoto, type DemoPhoto } from './drawPhoto.ts';
import { makePdf, makeZip } from './makePapers.ts';
import { makeVoice } from './makeVoice.ts';

/** What is said of a file when it is sent; see `mediaPartSchema`. */
export interface MadeFile {
  readonly t: MediaType;
  readonly bytes: Buffer;
  readonly about: {
    readonly n?: string;
    readonly w?: number;
    readonly h?: number;
    readonly d?: number;
    readonly f?: string;
    readonly b?: string;
  };
}

const wide = { width: 1_280, height: 960 };
const tall = { width: 960, height: 1_280 };
const long = { width: 1_280, height: 720 };

/** The photos of the demo by name. */
export const demoPhotos = {
  dawn: { scene: 'dawn', ...wide },
  terrace: { scene: 'terrace', ...long },
  noodles: { scene: 'noodles', ...wide },
  cat: { scene: 'cat', ...wide },
  sea: { scene: 'sea', ...tall },
  market: { scene: 'market', ...wide },
  city: { scene: 'city', ...long },
  books: { scene: 'books', ...wide },
  trail: { scene: 'trail', ...tall },
  plant: { scene: 'plant', ...tall },
  coffee: { scene: 'coffee', ...wide },
  camera: { scene: 'camera', ...wide },
  loom: { scene: 'loom', ...long },
  game: { scene: 'game', ...wide },
} as const satisfies Record<string, DemoPhoto>;
export type PhotoName = keyof typeof demoPhotos;
export const photoNames = Object.keys(demoPhotos) as PhotoName[];

/** The other files of the demo, each made when it is needed. */
const makers = {
  film: async (): Promise<MadeFile> => {
    const { bytes, blur: b, width: w, height: h, ms: d } = await drawFilm();
    return { t: 'v', bytes, about: { n: 'perahu.webm', w, h, d, b } };
  },
  voiceShort: (): MadeFile => toVoice(7, 4),
  voiceLong: (): MadeFile => toVoice(11, 14),
  voiceTiny: (): MadeFile => toVoice(23, 2),
  plan: (): MadeFile => ({
    t: 'f',
    bytes: makePdf('Jogja bareng', [
      'Friday 14 November: 07.00 train from Gambir, 13.10 Yogyakarta',
      'Saturday: Borobudur at sunrise, batik in the afternoon',
      'Sunday: Kalibiru and rice fields, dinner at the market',
      'Monday: 09.15 train home',
      '',
      '14 seats, carriage 5. Bring a jacket: Dieng is cold at night.',
    ]),
    about: { n: 'Rencana Jogja 14–17 Nov.pdf' },
  }),
  notes: (): MadeFile => ({
    t: 'f',
    bytes: Buffer.from('読書会メモ\n\n・第三章まで\n・次回は 11月28日 19時\n・お茶当番：結衣\n'),
    about: { n: '読書会メモ.txt' },
  }),
  rolls: (): MadeFile => ({
    t: 'f',
    bytes: makeZip([
      { name: '底片/README.txt', bytes: Buffer.from('三卷，ISO 400，慢慢看。\n') },
      { name: '底片/清單.csv', bytes: Buffer.from('frame,place\n1,鹽埕\n2,駁二\n3,旗津\n') },
    ]),
    about: { n: '底片掃描.zip' },
  }),
};
export type FileName = PhotoName | keyof typeof makers;

const toVoice = (seed: number, seconds: number): MadeFile => {
  const { bytes, ms, loudness } = makeVoice(seed, seconds);
  return { t: 'a', bytes, about: { n: 'voice.wav', d: ms, f: loudness } };
};

/** Draws, hums or writes a file of the demo. The same name gives the same bytes. */
export async function makeDemoFile(name: FileName): Promise<MadeFile> {
  if (!(name in demoPhotos)) return makers[name as keyof typeof makers]();
  const photo = demoPhotos[name as PhotoName];
  return { t: 'i', bytes: await drawPhoto(photo), about: { n: `${name}.jpg`, w: photo.width, h: photo.height } };
}
