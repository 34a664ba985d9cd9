import type { ServedLabels } from './servedLabels.ts';

/** Answers and sockets that stay open for long. They end when their app does. */
export interface OpenPipes {
  /** Remembers a pipe until the returned function is called. `end`: cuts it. */
  hold(label: string, end: () => void): () => void;
  /** Cuts all of them. */
  close(): void;
}

/** Makes {@link OpenPipes}. `everyMs`: pause between two looks at whether the apps with open pipes are still there. */
export function createOpenPipes(labels: ServedLabels, onError: (error: unknown) => void, everyMs = 1_000): OpenPipes {
  const pipes = new Map<string, Set<() => void>>();
  let timer: NodeJS.Timeout | undefined;
  const cut = (label: string) => [...(pipes.get(label) ?? [])].forEach((end) => end());
  const look = async () => {
    for (const label of pipes.keys()) {
      const served = await labels.find(label);
      if (served?.kind !== 'version') cut(label);
    }
  };
  const arm = () => {
    timer ??= setTimeout(() => {
      look()
        .catch(onError)
        .finally(() => {
          timer = undefined;
          if (pipes.size > 0) arm();
        });
    }, everyMs).unref();
  };
  return {
    hold(label, end) {
      const known = pipes.get(label) ?? new Set();
      pipes.set(label, known.add(end));
      arm();
      return () => {
        known.delete(end);
        if (known.size === 0 && pipes.get(label) === known) pipes.delete(label);
      };
    },
    close() {
      clearTimeout(timer);
      for (const label of pipes.keys()) cut(label);
    },
  };
}
