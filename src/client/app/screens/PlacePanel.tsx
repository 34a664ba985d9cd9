import type { ReactNode } from 'react';
import { CommunityPanel, type CommunityPanelProps } from '#client/features/communities/CommunityPanel.tsx';
import { ChatChoicesPane } from '#client/features/groups/ChatChoicesPane.tsx';
import { PlaceTools, type PlaceToolsProps } from '#client/features/groups/PlaceTools.tsx';

export type PlacePanelProps = Pick<CommunityPanelProps, 'chatId' | 'onMention' | 'onRoom' | 'onClose'> &
  Pick<PlaceToolsProps, 'onReport'> & {
    /** ways to what the chat has beside its messages */
    ways?: ReactNode;
  };

/** The panel beside a community, made of what two features know: what it is and who is in it, and how it is run. */
export function PlacePanel({ onReport, ways, ...props }: PlacePanelProps) {
  const { chatId, onClose } = props;
  return (
    <PlaceTools chatId={chatId} onReport={onReport}>
      {(tools) => (
        <CommunityPanel
          {...props}
          {...tools}
          acts={
            <>
              {ways}
              {tools.acts}
            </>
          }
          choices={<ChatChoicesPane chatId={chatId} onClose={onClose} />}
        />
      )}
    </PlaceTools>
  );
}
