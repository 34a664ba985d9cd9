import { ScanPane } from '#client/features/joining/ScanPane.tsx';

/** `/scan`: reads a QR code with the camera or from a picture. */
export function ScanScreen() {
  return <ScanPane />;
}
