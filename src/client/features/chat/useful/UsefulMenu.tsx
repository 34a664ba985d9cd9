import { CalendarPlus, Copy, MapPin } from 'lucide-react';
import { useRef, useState } from 'react';
import { addressLink } from '#domain/places.ts';
import { copyText } from '#client/parts/copyText.ts';
import { saveText } from '#client/parts/saveText.ts';
import { wholeDayText, wholeMomentText } from '#client/parts/dateTexts.ts';
import type { Useful } from '#client/parts/useful/findUseful.ts';
import { toIcs } from '#client/parts/useful/toIcs.ts';
import { Menu, type MenuEntry } from '#client/ui/Menu.tsx';
import { MapQuestion } from '../cards/MapQuestion.tsx';
import type { FeedItem } from '../model/FeedItem.ts';
import type { LineLook } from '../lines/LineLook.ts';

export type UsefulMenuProps = {
  useful: Useful;
  anchor: Element;
  item: FeedItem;
  look: LineLook;
  onClose: () => void;
};

/** What can be done with a day, or an address, in a message. */
export function UsefulMenu({ useful, anchor, item, look, onClose }: UsefulMenuProps) {
  const { t, language, on } = look;
  const [map, setMap] = useState<string>();
  // The menu closes itself behind every action; the question about the map takes its place.
  const isAsking = useRef(false);
  if (map !== undefined) return <MapQuestion t={t} href={map} onClose={onClose} />;
  const copy = async (text: string): Promise<void> => {
    if (await copyText(text)) on.say(t('useful.copied'));
    else on.say(t('chat.actions.notCopied'), true);
  };
  const entries = useful.kind === 'when' ? ofDay(useful) : ofAddress(useful.text);
  return (
    <Menu
      label={useful.text}
      isOpen
      onClose={() => {
        if (!isAsking.current) onClose();
      }}
      anchor={anchor}
      placement={item.isOwn ? 'bottom end' : 'bottom start'}
      entries={entries}
    />
  );

  function ofDay({ when }: Useful & { kind: 'when' }): MenuEntry[] {
    const words = when.isWholeDay ? wholeDayText(when.at, language) : wholeMomentText(when.at, language);
    return [
      {
        id: 'calendar',
        icon: CalendarPlus,
        label: t('useful.calendar'),
        detail: words,
        onAction() {
          const id = `${look.c}-${item.key}-${useful.start}`;
          const ics = toIcs({ ...when, id, text: item.text, stamp: item.at });
          saveText({ name: 'event.ics', text: ics, type: 'text/calendar;charset=utf-8' });
          on.say(t('useful.saved'));
        },
      },
      { id: 'copy', icon: Copy, label: t('useful.copyDate'), onAction: () => void copy(words) },
    ];
  }

  function ofAddress(address: string): MenuEntry[] {
    const link = addressLink(address, navigator.userAgent);
    return [
      {
        id: 'map',
        icon: MapPin,
        label: t('useful.map'),
        onAction() {
          if (link.kind === 'app') {
            window.location.assign(link.href);
            return;
          }
          isAsking.current = true;
          setMap(link.href);
        },
      },
      { id: 'copy', icon: Copy, label: t('useful.copyAddress'), onAction: () => void copy(address) },
    ];
  }
}
