import { MakerPane, type MakerPaneProps } from '#client/features/appMaker/MakerPane.tsx';

export type MakerScreenProps = MakerPaneProps;

/** `/apps/make`, `/apps/make/new` and `/apps/make/:id`. */
export function MakerScreen(props: MakerScreenProps) {
  return <MakerPane {...props} />;
}
