import type { MediaId } from '#protocol/entities/media.ts';

/** In what size a part is asked for: a picture with a longest side of so many px, or the whole file. */
export type MediaSize = '320' | '1280' | 'o';

/** Where parts of messages get their bytes from; see `MediaFiles` of the app. Previews give drawings. */
export interface MediaSource {
  srcOf(id: MediaId, size: MediaSize): string | undefined;
  hold(id: MediaId, isOwn: boolean): () => void;
  failed(id: MediaId, src: string): void;
  subscribe(listener: () => void): () => void;
}
