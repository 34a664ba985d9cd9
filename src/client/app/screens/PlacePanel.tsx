import { CommunityPanel, type CommunityPanelProps } from '#client/features/communities/CommunityPanel.tsx';
import { ChatChoicesPane } from '#client/features/groups/ChatChoicesPane.tsx';
import { PlaceTools } from '#client/features/groups/PlaceTools.tsx';

/** The panel beside a community, made of what two features know: what it is and who is in it, and how it is run. */
export function PlacePanel(props: Pick<CommunityPanelProps, 'chatId' | 'onMention' | 'onClose'>) {
  const { chatId, onClose } = props;
  return (
    <PlaceTools chatId={chatId}>
      {(tools) => (
        <CommunityPanel {...props} {...tools} choices={<ChatChoicesPane chatId={chatId} onClose={onClose} />} />
      )}
    </PlaceTools>
  );
}
