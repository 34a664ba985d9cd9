import { useEffect, useState } from 'react';
import { QrCode } from '#client/ui/QrCode.tsx';

export type QrPictureProps = {
  text: string;
  /** makes the squares; on the device, but its code may still be on its way */
  encode: (text: string) => Promise<readonly (readonly boolean[])[]>;
  label: string;
  /** px; the place is kept from the start */
  size?: number;
};

/** A text as a QR code. Without its code, which is fetched once, the place stays empty: the link beside it says the same. */
export function QrPicture({ text, encode, label, size = 220 }: QrPictureProps) {
  const [made, setMade] = useState<{ text: string; squares: readonly (readonly boolean[])[] }>();
  useEffect(() => {
    let isGone = false;
    encode(text).then(
      (squares) => !isGone && setMade({ text, squares }),
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [text, encode]);
  return (
    <div style={{ minHeight: size }} className="grid place-items-center">
      {made?.text === text && <QrCode squares={made.squares} label={label} size={size} />}
    </div>
  );
}
