import { MakerPane } from '#client/features/appMaker/MakerPane.tsx';
import { useServices } from '#client/context.ts';
import { NotFoundScreen } from './NotFoundScreen.tsx';

export type MakerScreenProps = {
  /** the words of the address after `/apps/make` */
  path: readonly string[];
};

/** `/apps/make`, `/apps/make/new` and `/apps/make/:id`. */
export function MakerScreen({ path: [app, ...rest] }: MakerScreenProps) {
  const { openApp } = useServices();
  if (rest.length > 0) return <NotFoundScreen />;
  return <MakerPane {...(app === undefined ? {} : { app })} openDraft={(id, n) => openApp({ app: id, n })} />;
}
