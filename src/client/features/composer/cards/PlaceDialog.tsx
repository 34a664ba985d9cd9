import { MapPin } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { placeNameMax } from '#domain/chatTraits.ts';
import { PlaceDrawing } from '#client/parts/places/PlaceDrawing.tsx';
import { exactWords, placeWords } from '#client/parts/places/placeWords.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Dialog } from '#client/ui/Dialog.tsx';
import { TextField } from '#client/ui/TextField.tsx';

/** How far looking for the device has come. */
export type Finding =
  | { at: 'start' | 'finding' }
  | { at: 'problem'; why: 'refused' | 'unknown' | 'late' }
  | { at: 'found'; la: number; lo: number; ac: number };

export type PlaceDialogProps = {
  finding: Finding;
  name: string;
  onName: (name: string) => void;
  /** it could not be kept on this device */
  problem?: string | undefined;
  onFind: () => void;
  onSend: () => void;
  onClose: () => void;
};

/** Where a place is found and sent. The device is asked by a press only. Loaded when somebody wants it. */
export function PlaceDialog({ finding, name, onName, problem, onFind, onSend, onClose }: PlaceDialogProps) {
  const { t, i18n } = useTranslation();
  const form = useId();
  const isFound = finding.at === 'found';
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('cards.place.title')}
      closeLabel={t('common.close')}
      actions={
        <>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          {isFound ? (
            <Button type="submit" form={form}>
              {t('cards.place.send')}
            </Button>
          ) : (
            <Button icon={MapPin} isBusy={finding.at === 'finding'} onClick={onFind}>
              {t(finding.at === 'problem' ? 'cards.place.again' : 'cards.place.find')}
            </Button>
          )}
        </>
      }
    >
      <p className="mb-3 text-13 text-ink-soft">{t('cards.place.once')}</p>
      <p role="status" className="sr-only">
        {finding.at === 'finding' ? t('cards.place.finding') : ''}
      </p>
      {finding.at === 'problem' && <Banner role="alert">{t(`cards.place.problem.${finding.why}`)}</Banner>}
      {isFound && (
        <form
          id={form}
          className="grid gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            onSend();
          }}
        >
          <div className="overflow-hidden rounded-card shadow-edge">
            <PlaceDrawing la={finding.la} lo={finding.lo} ac={finding.ac} />
            <div className="px-3.5 py-2.5">
              <p className="font-semibold tabular-nums">{placeWords(t, finding, i18n.language)}</p>
              <p className="text-13 text-ink-soft">{exactWords(t, finding.ac, i18n.language)}</p>
            </div>
          </div>
          <TextField
            label={t('cards.place.name')}
            hint={t('cards.place.nameHint')}
            value={name}
            onChange={onName}
            maxLength={placeNameMax}
          />
          <p role="alert" className="text-13 text-danger empty:hidden">
            {problem}
          </p>
        </form>
      )}
    </Dialog>
  );
}
