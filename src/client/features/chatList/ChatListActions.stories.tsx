import type { Meta, StoryObj } from '@storybook/react-vite';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatListActions } from './ChatListActions.tsx';
import type { ChatListActionsProps } from './ChatListActions.tsx';

type StageProps = Pick<ChatListActionsProps, 'isPinned' | 'isMuted' | 'isUnread' | 'isArchived'> & { isTouch: boolean };

function Stage({ isTouch, ...state }: StageProps) {
  const { t } = useTranslation();
  const [anchor, setAnchor] = useState<Element | null>(null);
  const nothing = () => undefined;
  return (
    <>
      <div ref={setAnchor} className="h-18 w-list rounded-card bg-hover" />
      {anchor && (
        <ChatListActions
          t={t}
          title="Jogja bareng 🛵"
          anchor={isTouch ? null : anchor}
          {...state}
          onPin={nothing}
          onMute={nothing}
          onHide={nothing}
          onRead={nothing}
          onFolders={nothing}
          onArchive={nothing}
          onClose={nothing}
        />
      )}
    </>
  );
}

const meta: Meta<typeof Stage> = {
  title: 'features/chatList/ChatListActions',
  component: Stage,
  args: { isTouch: false, isPinned: false, isMuted: false, isUnread: true, isArchived: false },
};
export default meta;
type Story = StoryObj<typeof Stage>;

export const Menu: Story = {};
export const Sheet: Story = { args: { isTouch: true, isPinned: true, isMuted: true, isUnread: false } };
export const Archived: Story = { args: { isArchived: true } };
