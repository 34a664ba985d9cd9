/** Does the tasks in order, so many at once. `next` answers the work of the next task, or undefined when there is none. */
export async function inTurns(atOnce: number, next: () => (() => Promise<void>) | undefined): Promise<void> {
  const worker = async (): Promise<void> => {
    for (let work = next(); work; work = next()) await work();
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
