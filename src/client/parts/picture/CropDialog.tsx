import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { wholeCrop, type Crop, type Extent } from './clampCrop.ts';
import { CropView } from './CropView.tsx';

export type CropDialogProps = {
  src: string;
  extent: Extent;
  shape: 'person' | 'place';
  onUse: (crop: Crop) => void;
  onClose: () => void;
};

/** Asks which square of a picture is to be shown. */
export function CropDialog({ src, extent, shape, onUse, onClose }: CropDialogProps) {
  const { t } = useTranslation();
  const [crop, setCrop] = useState(wholeCrop);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('picture.cropTitle')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button onClick={() => onUse(crop)}>{t('picture.use')}</Button>
        </>
      }
    >
      <CropView src={src} extent={extent} crop={crop} shape={shape} onChange={setCrop} />
    </Dialog>
  );
}
