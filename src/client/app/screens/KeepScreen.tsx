import { KeepPane } from '#client/features/keep/KeepPane.tsx';

/** `/keep`. */
export function KeepScreen() {
  return <KeepPane />;
}
