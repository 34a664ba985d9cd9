import { useServices } from '#client/context.ts';
import { MakerPane, type MakerPaneProps } from '#client/features/appMaker/MakerPane.tsx';

export type MakerScreenProps = MakerPaneProps;

/** `/apps/make`, `/apps/make/new` and `/apps/make/:id`. */
export function MakerScreen(props: MakerScreenProps) {
  const { openApp } = useServices();
  return <MakerPane openDraft={(app, n) => openApp({ app, n })} {...props} />;
}
