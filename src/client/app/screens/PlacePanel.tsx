import { CommunityPanel, type CommunityPanelProps } from '#client/features/communities/CommunityPanel.tsx';
import { ChatChoicesPane } from '#client/features/groups/ChatChoicesPane.tsx';
import { PlaceTools, type PlaceToolsProps } from '#client/features/groups/PlaceTools.tsx';

/** The panel beside a community, made of what two features know: what it is and who is in it, and how it is run. */
export function PlacePanel({
  onReport,
  ...props
}: Pick<CommunityPanelProps, 'chatId' | 'onMention' | 'onRoom' | 'onClose'> & Pick<PlaceToolsProps, 'onReport'>) {
  const { chatId, onClose } = props;
  return (
    <PlaceTools chatId={chatId} onReport={onReport}>
      {(tools) => (
        <CommunityPanel {...props} {...tools} choices={<ChatChoicesPane chatId={chatId} onClose={onClose} />} />
      )}
    </PlaceTools>
  );
}
