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
  'loadKeeps' | 'loadMedia' | 'locate'
> {
  let opening: Promise<void> | undefined;
  const open = async (): Promise<void> => {
    const { openKeeps } = await import('./openKeeps.ts');
    await openKeeps({ store: ports.store, keeps: stores.keeps, onBatch });
  };
  return {
    loadMedia,
    loadKeeps() {
      opening ??= open().catch((error: unknown) => {
        opening = undefined;
        throw error;
      });
      return opening;
    },
    locate: async () => (await import('#client/adapters/browser/locate.ts')).locate(),
  };
}
