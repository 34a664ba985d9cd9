import { Mic } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import type { VoicePaneProps } from './VoicePane.tsx';

const VoicePane = lazyPart<VoicePaneProps>(() => import('./VoicePane.tsx').then((m) => m.VoicePane));

/** How long after the first picture the recorder is fetched, ms: nothing that the person waits for may wait for it. */
const calmMs = 2_500;
let isCalm = false;

export type VoiceSlotProps = Omit<VoicePaneProps, 'begins'> & {
  /** a recording was kept for this chat: it is to be seen at once */
  isKept: boolean;
};

/**
 * The microphone of the composer. Its code comes once the screen has come to rest, or as soon as a pointer is near. A press that is earlier still begins a recording
 * as soon as it can, which need not be held.
 */
export function VoiceSlot({ isKept, ...props }: VoiceSlotProps) {
  const { t } = useTranslation();
  const [wish, setWish] = useState<'none' | 'calm' | 'press'>(isCalm ? 'calm' : 'none');
  useEffect(() => {
    if (wish !== 'none') return undefined;
    const timer = setTimeout(() => {
      isCalm = true;
      setWish('calm');
    }, calmMs);
    return () => clearTimeout(timer);
  }, [wish]);
  const press = () => setWish('press');
  return (
    <span className="grid grid-cols-[minmax(0,1fr)] *:[grid-area:1/1] [&>:first-child:not(:last-child)]:hidden">
      <IconButton
        icon={Mic}
        look="round"
        label={t('composer.record')}
        className="touch-none"
        onPointerEnter={() => setWish((before) => (before === 'none' ? 'calm' : before))}
        // Not only when the finger is lifted: whoever holds it speaks already.
        onPointerDown={({ button, isPrimary }) => button === 0 && isPrimary && press()}
        onClick={press}
      />
      {(wish !== 'none' || isKept) && <VoicePane {...props} begins={wish === 'press'} />}
    </span>
  );
}
