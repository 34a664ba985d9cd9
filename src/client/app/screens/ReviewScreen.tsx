import { useServices } from '#client/context.ts';
import { ReviewPane, type ReviewPaneProps } from '#client/features/appReview/ReviewPane.tsx';

export type ReviewScreenProps = ReviewPaneProps;

/** `/apps/review`. */
export function ReviewScreen(props: ReviewScreenProps) {
  const { openApp } = useServices();
  return <ReviewPane openDraft={(app, n) => openApp({ app, n })} {...props} />;
}
