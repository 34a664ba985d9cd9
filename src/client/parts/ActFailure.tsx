import { Banner } from '#client/ui/Banner.tsx';
import type { ActProblem } from './useOneAct.ts';

export type ActFailureProps = { problem: Pick<ActProblem, 'text' | 'detail'> | undefined };

/** Why an act did not work, and what the server says of it to developers. */
export function ActFailure({ problem }: ActFailureProps) {
  if (!problem) return null;
  return (
    <Banner tone="danger" role="alert">
      {problem.text}
      {problem.detail !== undefined && (
        <p lang="en" dir="ltr" className="mt-1 font-mono text-12 [overflow-wrap:anywhere]">
          {problem.detail}
        </p>
      )}
    </Banner>
  );
}
