import { Smile, Sticker as StickerIcon } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sticker } from '#domain/stickerPacks.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { ComposerHandle } from '../Composer.tsx';
import type { PanelTab } from './ComposerPanel.tsx';
import type { OffersPaneProps } from './OffersPane.tsx';
import type { PanelPaneProps } from './PanelPane.tsx';

const Panel = lazyPart<PanelPaneProps>(() => import('./PanelPane.tsx').then((m) => m.PanelPane));
const Offers = lazyPart<OffersPaneProps>(() => import('./OffersPane.tsx').then((m) => m.OffersPane));
/** Both work without a network. */
const AHEAD = [Panel, Offers];
/** When the first picture has long been there, ms: until then only who writes needs suggestions. */
const CALM_MS = 3000;

export interface ComposerPanelPorts {
  /** id of the chat */
  c: number;
  composer: { readonly current: ComposerHandle | null };
  /** why no sticker can be sent now: a message is being changed, or slow mode */
  closed: 'editing' | 'wait' | undefined;
  onSticker: (sticker: Sticker) => void;
}

/** What the composer shows of emoji and stickers. */
export interface ComposerPanelSlots {
  tools: ReactNode;
  below: ReactNode;
  above: (isBlank: boolean) => ReactNode;
}

/** Emoji and stickers of the composer: the buttons, the panel below, and what is suggested above while a text is written. Only the buttons are there from the start. */
export function useComposerPanel(ports: ComposerPanelPorts): ComposerPanelSlots {
  const { t } = useTranslation();
  const id = useId();
  const [tab, setTab] = useState<PanelTab>();
  const [isCalm, setCalm] = useState(false);
  usePreload(AHEAD);
  useEffect(() => {
    const timer = setTimeout(() => setCalm(true), CALM_MS);
    return () => clearTimeout(timer);
  }, []);
  const close = (): void => {
    setTab(undefined);
    ports.composer.current?.focus();
  };
  const button = (of: PanelTab, className = '') => (
    <IconButton
      icon={of === 'emoji' ? Smile : StickerIcon}
      look="round"
      label={t(`composer.${of}`)}
      aria-expanded={tab === of}
      onClick={() => (tab === of ? close() : setTab(of))}
      className={`${className} ${tab === of ? 'bg-brand-soft text-brand-text' : ''}`}
      {...(tab === of ? { 'aria-controls': id } : {})}
    />
  );
  return {
    tools: (
      <>
        {button('stickers', 'max-tablet:hidden')}
        {button('emoji')}
      </>
    ),
    above: (isBlank) => (ports.closed || (isBlank && !isCalm) ? null : <Offers {...ports} isBlank={isBlank} />),
    below: tab && (
      // The room is there at once: the conversation moves only when the button is pressed.
      <div id={id} className="h-[348px] max-h-[50dvh] flex-none max-tablet:h-80">
        <Panel {...ports} tab={tab} onTab={setTab} onClose={close} />
      </div>
    ),
  };
}
