import type { FeedItem } from '#client/features/chat/model/FeedItem.ts';
import type { LineEvents, LineLook } from '#client/features/chat/lines/LineLook.ts';
import { MessageLine } from '#client/features/chat/lines/MessageLine.tsx';
import { useSampleLook } from './useSampleLook.ts';

export type LineStageProps = {
  item: FeedItem;
  /** must keep its identity */
  more?: Partial<LineLook>;
  /** what a press does */
  on?: Partial<LineEvents>;
};

/** One line of the sample group, as it stands in its conversation. */
export function LineStage({ item, more, on }: LineStageProps) {
  const look = useSampleLook(more);
  return (
    <div role="feed" aria-label="Jogja bareng 🛵" className="mx-auto max-w-[880px] pt-8">
      <MessageLine
        item={item}
        look={{ ...look, on: { ...look.on, ...on } }}
        place={1}
        total={1}
        isActive
        isFound={false}
      />
    </div>
  );
}
