import type { Services } from '#client/context.ts';
import type { ServicesDeps } from '../createServices.ts';

/** What few people use in a session: its code comes with the first use. */
export function lateThings({
  ports,
  stores,
  onBatch,
  loadMedia,
}: Pick<ServicesDeps, 'ports' | 'stores' | 'onBatch' | 'loadMedia'>): Pick<
  Services,
  'keptShelf' | 'loadKeeps' | 'loadMedia' | 'locate' | 'openGallery' | 'listSentFiles'
> {
  let opening: Promise<void> | undefined;
  const open = async (): Promise<void> => {
    const { openKeeps } = await import('./openKeeps.ts');
    await openKeeps({ store: ports.store, keeps: stores.keeps, onBatch });
  };
  const shelf = async () => (await import('../shelf/keptShelf.ts')).keptShelf(ports);
  return {
    keptShelf: {
      read: (c, page) =>
        shelf().then(
          (kept) => kept.read(c, page),
          () => undefined,
        ),
      keep: (c, page, data) =>
        void shelf().then(
          (kept) => kept.keep(c, page, data),
          () => undefined,
        ),
    },
    loadMedia,
    loadKeeps() {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    async listSentFiles() {
      try {
        const { readSentFiles } = await import('#sync/outbox/sentFiles.ts');
        return await ports.store.read(['meta'], readSentFiles);
      } catch {
        // What is on its way is shown all the same.
        return [];
      }
    },
    async openGallery(c, kind) {
      const { startGallery } = await import('../gallery/startGallery.ts');
      return startGallery({ ports, stores, onBatch }, c, kind);
    },
    locate: async () => (await import('#client/adapters/browser/locate.ts')).locate(),
  };
}
