import sharp from 'sharp';
import { demoScenes, type DemoScene } from './demoScenes.ts';

/** A photo of the demo: which drawing, in px. */
export interface DemoPhoto {
  readonly scene: DemoScene;
  readonly width: number;
  readonly height: number;
}

/** The drawing as SVG; it fills the box and is cut at its edges, as a photo would be. */
const toSvg = ({ scene, width, height }: DemoPhoto): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 120 90" preserveAspectRatio="xMidYMid slice">${demoScenes[scene]}</svg>`,
  );

/** A photo as a camera would give it: JPEG. */
export const drawPhoto = (photo: DemoPhoto): Promise<Buffer> =>
  sharp(toSvg(photo)).flatten({ background: '#fff' }).jpeg({ quality: 90 }).toBuffer();
