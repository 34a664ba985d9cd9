import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import { Popover } from '#client/ui/Popover.tsx';
import { Sheet } from '#client/ui/Sheet.tsx';
import { SheetAction } from '#client/ui/SheetAction.tsx';
import type { LineLook } from '../lines/LineLook.ts';
import type { MessageAction } from '../model/actionsOf.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { toReactions } from '../model/toReactions.ts';
import { hasThread } from '../threads/hasThread.ts';
import { actionIcons } from './actionIcons.ts';
import type { LineOverlay } from './LineOverlay.ts';
import { LineReactions } from './LineReactions.tsx';
import { VersionsDialog } from './VersionsDialog.tsx';
import type { MessageVersion } from './VersionsDialog.tsx';

function labelOf({ t, threads }: LineLook, item: FeedItem, action: MessageAction): string {
  switch (action) {
    case 'link':
      return t('jump.link.copy');
    case 'dropLink':
      return t('links.drop');
    case 'announce':
      return t('guard.pins.announce');
    case 'delete':
      return t('guard.delete.action');
    case 'keep':
      return t('keep.action');
    case 'reply':
      return t('quotes.reply');
    case 'thread':
      return t(hasThread(item, threads) ? 'threads.open' : 'threads.start');
    case 'forward':
    case 'select':
    case 'hide':
      return t(`messages.actions.${action}`);
    case 'retry':
    case 'discard':
      return t(`chat.${action}`);
    default:
      return t(`chat.actions.${action}`);
  }
}

const toneOf = (action: MessageAction): 'danger' | 'plain' =>
  action === 'unsend' || action === 'delete' || action === 'discard' || action === 'hide' ? 'danger' : 'plain';

export type LineOverlaysProps = {
  open: LineOverlay;
  look: LineLook;
  /** what may be done with the open line, most used first */
  actions: readonly MessageAction[];
  onClose: () => void;
  onUnsend: (item: FeedItem) => void;
  onHide: (item: FeedItem) => void;
  loadVersions: (item: FeedItem) => Promise<readonly MessageVersion[] | undefined>;
};

/** Menu, sheet, reaction picker, question and history of a message. Loaded on the first press: they bring React Aria. */
export function LineOverlays({ open, look, actions, onClose, onUnsend, onHide, loadVersions }: LineOverlaysProps) {
  const { t, on } = look;
  const { item } = open;
  const mine = toReactions(item).find(({ isMine }) => isMine)?.emoji;
  const pick = (emoji: string) => {
    onClose();
    on.react(item, emoji);
  };
  const listed = actions.filter((action) => action !== 'react');
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
            label: labelOf(look, item, action),
            icon: actionIcons[action],
            tone: toneOf(action),
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
              label={labelOf(look, item, action)}
              tone={toneOf(action)}
              onClick={() => {
                onClose();
                on.act(item, action);
              }}
            />
          ))}
        </Sheet>
      );
    case 'unsend':
    case 'delete':
    case 'hide': {
      const words =
        open.kind === 'hide'
          ? {
              title: t('messages.hideAsk.title', { count: 1 }),
              text: t('messages.hideAsk.text'),
              confirm: t('messages.hideAsk.confirm'),
            }
          : open.kind === 'unsend'
            ? { title: t('chat.unsendAsk.title'), text: t('chat.unsendAsk.text'), confirm: t('chat.unsendAsk.confirm') }
            : {
                title: t('guard.delete.title', { name: look.nameOf(item.sender) }),
                text: t('guard.delete.text'),
                confirm: t('guard.delete.confirm'),
              };
      return (
        <ConfirmDialog
          isOpen
          title={words.title}
          text={words.text}
          confirmLabel={words.confirm}
          cancelLabel={t('chat.unsendAsk.cancel')}
          onConfirm={() => {
            onClose();
            if (open.kind === 'hide') onHide(item);
            else onUnsend(item);
          }}
          onCancel={onClose}
        />
      );
    }
    default:
      return <VersionsDialog look={look} item={item} load={loadVersions} onClose={onClose} />;
  }
}
