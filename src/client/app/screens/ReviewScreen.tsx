import { ReviewPane } from '#client/features/appReview/ReviewPane.tsx';
import { useServices } from '#client/context.ts';

/** `/apps/review`. */
export function ReviewScreen() {
  const { openApp } = useServices();
  return <ReviewPane openDraft={(app, n) => openApp({ app, n })} />;
}
