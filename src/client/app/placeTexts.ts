import { addPlaceTexts } from './i18n.ts';

/** A part of the app that speaks of communities, together with its words: most people's first picture needs neither. */
export function withPlaceTexts<Part>(load: () => Promise<Part>): () => Promise<Part> {
  return async () => {
    const [part] = await Promise.all([load(), addPlaceTexts()]);
    return part;
  };
}
