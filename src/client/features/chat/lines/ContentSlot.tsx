import type { ContentView, ContentViewProps } from './contentViews.ts';

export type ContentSlotProps = ContentViewProps & { view: ContentView };

/** The place of a content in its line: it has its room before it is drawn. */
export function ContentSlot({ view: { View, room }, ...props }: ContentSlotProps) {
  return (
    <div className="empty:min-h-(--content-h)" style={{ '--content-h': `${room(props.content)}px` } as object}>
      <View {...props} />
    </div>
  );
}
