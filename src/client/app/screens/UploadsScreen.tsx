import { UploadsPane } from '#client/features/media/uploads/UploadsPane.tsx';

/** `/uploads`. */
export function UploadsScreen() {
  return <UploadsPane />;
}
