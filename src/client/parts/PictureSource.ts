import { createContext } from 'react';
import type { MediaId, PictureSize } from '#protocol/entities/media.ts';

/** Where faces get their pictures from: the app gives a real one, previews need none. */
export interface PictureSource {
  /** Address of a picture, or undefined while there is none to be had. A pure look: ask for it with `want`. */
  srcOf(id: MediaId, size: PictureSize): string | undefined;
  /** This picture is on screen. Harmless to repeat. */
  want(id: MediaId): void;
  /** The image at this address could not be shown. */
  failed(id: MediaId, src: string): void;
  /** Calls back when an address has changed. Answers how to stop. */
  subscribe(listener: () => void): () => void;
}

export const PictureSourceContext = createContext<PictureSource | undefined>(undefined);
