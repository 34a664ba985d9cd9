import { refusalWords, type KitWords } from './pageWords.ts';

/** What stands there until the server has said something, or why it says nothing. */
export function LoadingPage({ kit, error }: { kit: KitWords; error: string | undefined }) {
  return (
    <main className="page center">
      <p role="status">{error === undefined ? kit.loading : refusalWords(kit, error)}</p>
    </main>
  );
}
