import { RemovedPage } from '#client/features/auth/RemovedPage.tsx';

/** Every address, after the server has logged this device out. */
export function RemovedScreen() {
  return <RemovedPage />;
}
