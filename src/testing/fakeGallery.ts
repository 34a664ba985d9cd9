import type { Gallery, Services } from '#client/context.ts';
import { createGalleryStore, type GalleryKind, type GalleryState } from '#client/stores/gallery/GalleryState.ts';

/** What galleries hold in a story, by kind; null: their code cannot be had. */
export type FakeGalleries = Partial<Record<GalleryKind, Partial<GalleryState>>> | null;

/** Galleries that know what they are given from the start, and write down what is wanted of them. */
export function fakeGalleries(
  seed: FakeGalleries | undefined,
  note: (name: string, input: unknown) => void,
): Services['openGallery'] {
  return async (c, kind) => {
    note('openGallery', { c, kind });
    if (seed === null) throw new Error('no network');
    const store = createGalleryStore(kind);
    store.setState({ isRead: true, isAsked: true, ...seed?.[kind] });
    const gallery: Gallery = {
      store,
      want: (month, count) => note('gallery.want', { month, count }),
      reach: (seq, at) => note('gallery.reach', { seq, at }),
      retry: () => note('gallery.retry', undefined),
      close: () => undefined,
    };
    return gallery;
  };
}
