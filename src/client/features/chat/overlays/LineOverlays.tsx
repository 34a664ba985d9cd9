import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { SheetAction } from '#client/ui/SheetAction.tsx';
import type { LineLook } from '../lines/LineLook.ts';
import type { MessageAction } from '../model/actionsOf.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { toReactions } from '../model/toReactions.ts';
import { actionIcons } from './actionIcons.ts';
import type { LineOverlay } from './LineOverlay.ts';
import { LineReactions } from './LineReactions.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';
import type { MessageVersion } from './VersionsDialog.tsx';

export type LineOverlaysProps = {
  open: LineOverlay;
  look: LineLook;
  /** what may be done with the open line, most used first */
  actions: readonly MessageAction[];
  onClose: () => void;
  onUnsend: (item: FeedItem) => void;
  loadVersions: (item: FeedItem) => Promise<readonly MessageVersion[] | undefined>;
};

/** Menu, sheet, reaction picker, question and history of a message. Loaded on the first press: they bring React Aria. */
export function LineOverlays({ open, look, actions, onClose, onUnsend, loadVersions }: LineOverlaysProps) {
  const { t, on } = look;
  const { item } = open;
  const mine = toReactions(item).find(({ isMine }) => isMine)?.emoji;
  const pick = (emoji: string) => {
    onClose();
    on.react(item, emoji);
  };
  const listed = actions.filter((action) => action !== 'react');
  const labelOf = (action: MessageAction) =>
    action === 'link'
      ? t('jump.link.copy')
      : action === 'announce'
        ? t('guard.pins.announce')
        : action === 'retry' || action === 'discard'
          ? t(`chat.${action}`)
          : t(`chat.actions.${action}`);
  switch (open.kind) {
    case 'menu':
      return (
        <Menu
          label={t('chat.actions.label')}
          isOpen
          onClose={onClose}
          anchor={open.anchor}
          placement={item.isOwn ? 'bottom end' : 'bottom start'}
          entries={listed.map((action) => ({
            id: action,
            label: labelOf(action),
            icon: actionIcons[action],
            tone: action === 'unsend' || action === 'discard' ? 'danger' : 'plain',
            onAction: () => on.act(item, action),
          }))}
        />
      );
    case 'reactions':
      return (
        <Popover label={t('chat.actions.react')} isOpen onClose={onClose} anchor={open.anchor} placement="top">
          <LineReactions t={t} mine={mine} onPick={pick} />
        </Popover>
      );
    case 'sheet':
      return (
        <Sheet
          isOpen
          onClose={onClose}
          title={t('chat.actions.label')}
          isTitleHidden
          closeLabel={t('chat.actions.close')}
        >
          {actions.includes('react') && <LineReactions t={t} mine={mine} onPick={pick} />}
          {listed.map((action) => (
            <SheetAction
              key={action}
              icon={actionIcons[action]}
              label={labelOf(action)}
              tone={action === 'unsend' || action === 'discard' ? 'danger' : 'plain'}
              onClick={() => {
                onClose();
                on.act(item, action);
              }}
            />
          ))}
        </Sheet>
      );
    case 'unsend':
      return (
        <ConfirmDialog
          isOpen
          title={t('chat.unsendAsk.title')}
          text={t('chat.unsendAsk.text')}
          confirmLabel={t('chat.unsendAsk.confirm')}
          cancelLabel={t('chat.unsendAsk.cancel')}
          onConfirm={() => {
            onClose();
            onUnsend(item);
          }}
          onCancel={onClose}
        />
      );
    default:
      return <VersionsDialog look={look} item={item} load={loadVersions} onClose={onClose} />;
  }
}
