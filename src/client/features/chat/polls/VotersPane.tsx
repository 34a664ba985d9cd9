import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { LineLook } from '../lines/LineLook.ts';
import type { PollTally } from './pollTally.ts';
import { VotersDialog, type Voter } from './VotersDialog.tsx';

export type VotersPaneProps = { seq: number; tally: PollTally; look: LineLook; onClose: () => void };

interface Page {
  voters: readonly Voter[];
  next: [number, never] | undefined;
  problem: string | undefined;
  isLoading: boolean;
}
const nothing: Page = { voters: [], next: undefined, problem: undefined, isLoading: true };

/** Who chose what in an open poll, asked of the server page by page. */
export function VotersPane({ seq, tally, look, onClose }: VotersPaneProps) {
  const { t, c, nameOf, faceOf } = look;
  const { rpc } = useServices();
  const first = Math.max(
    0,
    tally.answers.findIndex(({ count }) => count > 0),
  );
  const [shown, setShown] = useState(first);
  const [page, setPage] = useState<Page>(nothing);
  /** answers that come late for another choice are dropped */
  const wanted = useRef(0);
  const load = useCallback(
    async (o: number, before: Page): Promise<void> => {
      wanted.current += 1;
      const mine = wanted.current;
      setPage({ ...before, isLoading: true, problem: undefined });
      const after = before.next === undefined ? {} : { after: before.next };
      const answer = await rpc('poll.voters', { c, s: seq, o, ...after });
      if (wanted.current !== mine) return;
      if (!answer.ok) return setPage({ ...before, isLoading: false, problem: problemText(t, answer) });
      // Who votes anew while the list is read comes again, at its end.
      const known = new Set(before.voters.map(({ id }) => id));
      const found = answer.data.items
        .map(({ u, n }) => ({ id: u as number, face: faceOf(u), name: n || nameOf(u) }))
        .filter(({ id }) => !known.has(id));
      setPage({
        voters: [...before.voters, ...found],
        next: answer.data.next as Page['next'],
        problem: undefined,
        isLoading: false,
      });
    },
    [rpc, c, seq, t, faceOf, nameOf],
  );
  const latest = useRef(load);
  useEffect(() => {
    latest.current = load;
  });
  useEffect(() => void latest.current(shown, nothing), [shown]);
  return (
    <VotersDialog
      t={t}
      answers={tally.answers}
      shown={shown}
      onShow={setShown}
      {...page}
      hasMore={page.next !== undefined}
      onMore={() => void load(shown, page)}
      onClose={onClose}
    />
  );
}
