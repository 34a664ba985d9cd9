import { MakerPane, type MakerPaneProps } from '#client/features/appMaker/MakerPane.tsx';
import { useServices } from '#client/context.ts';

export type MakerScreenProps = Pick<MakerPaneProps, 'app'>;

/** `/apps/make`, `/apps/make/new` and `/apps/make/:id`. */
export function MakerScreen(props: MakerScreenProps) {
  const { openApp } = useServices();
  return <MakerPane {...props} openDraft={(app, n) => openApp({ app, n })} />;
}
