import { ReviewPane, type ReviewPaneProps } from '#client/features/appReview/ReviewPane.tsx';

export type ReviewScreenProps = ReviewPaneProps;

/** `/apps/review`. */
export function ReviewScreen(props: ReviewScreenProps) {
  return <ReviewPane {...props} />;
}
