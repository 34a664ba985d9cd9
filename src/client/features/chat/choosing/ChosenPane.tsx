import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isInUnsendWindow } from '#domain/permissions.ts';
import { useServices } from '#client/context.ts';
import { copyText } from '#client/parts/copyText.ts';
import { isVisual } from '#client/parts/media/isVisual.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { LineLook } from '../lines/LineLook.ts';
import { partsOf } from '../media/partsOf.ts';
import { canForward } from '../model/actionsOf.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { toCopy } from './toCopy.ts';

export type ChosenPaneProps = {
  items: readonly FeedItem[];
  look: Omit<LineLook, 'on'>;
  /** another layer is open and takes the keys */
  isCovered: boolean;
  onForward: (items: readonly FeedItem[]) => void;
  /** Puts photos and films of the messages into an album. */
  onAlbum?: ((items: readonly FeedItem[]) => void) | undefined;
  /** Shows a word about what was done; `isBad`: it did not work. */
  onSay: (text: string, isBad?: boolean) => void;
  onEnd: () => void;
};

/** The bar of the chosen messages with what it does and asks. Escape leaves. */
export function ChosenPane({ items, look, isCovered, onForward, onAlbum, onSay, onEnd }: ChosenPaneProps) {
  const { t } = useTranslation();
  const { commands, serverNow } = useServices();
  const [asking, setAsking] = useState<'hide' | 'unsend'>();
  const { c } = look;
  const count = items.length;
  const seqs = items.flatMap(({ seq }) => seq ?? []);
  useEscape(!isCovered && asking === undefined, onEnd);
  const canUnsend =
    look.canWrite && items.every(({ isOwn, at, row }) => isOwn && row && isInUnsendWindow(at, serverNow()));
  const copy = async () => {
    if (!(await copyText(toCopy(t, items, look)))) return onSay(t('chat.actions.notCopied'), true);
    onSay(t('messages.select.copied', { count }));
    onEnd();
  };
  const carryOut = async () => {
    if (asking === 'hide') await commands.hideMessages({ c, seqs });
    else for (const s of seqs) await commands.unsendMessage({ c, message: { s } });
    setAsking(undefined);
    onEnd();
  };
  return (
    <>
      <ChosenBar
        count={count}
        canCopy={items.some(({ text, content }) => text !== '' || content !== undefined)}
        canForward={items.every(canForward)}
        canUnsend={canUnsend}
        onCopy={() => void copy()}
        onForward={() => onForward(items)}
        onAlbum={
          onAlbum && items.some(hasPhotos)
            ? () => {
                onAlbum(items);
                onEnd();
              }
            : undefined
        }
        onHide={() => setAsking('hide')}
        onUnsend={() => setAsking('unsend')}
        onCancel={onEnd}
      />
      {asking && (
        <ConfirmDialog
          isOpen
          title={t(`messages.${asking}Ask.title`, { count })}
          text={t(`messages.${asking}Ask.text`)}
          confirmLabel={t(`messages.${asking}Ask.confirm`)}
          cancelLabel={t('messages.select.cancel')}
          onConfirm={() => void carryOut()}
          onCancel={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** Whether a message that has arrived has something for an album. */
const hasPhotos = ({ seq, content }: FeedItem): boolean => seq !== undefined && partsOf(content).some(isVisual);

/** Hears Escape wherever the focus is, unless something nearer has taken it. */
function useEscape(isOn: boolean, onEscape: () => void): void {
  const latest = useRef(onEscape);
  useEffect(() => {
    latest.current = onEscape;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      latest.current();
    };
    globalThis.addEventListener('keydown', hear);
    return () => globalThis.removeEventListener('keydown', hear);
  }, [isOn]);
}
