import { kabarShape } from './kabarShape.ts';
import { makeDatabase } from './makeDatabase.ts';
import type { MakeAnswer } from './makeInWorker.ts';
import { personShapeByName } from './personDatabase.ts';

/** Makes one database by its name and is ended then. */
addEventListener('message', ({ data: name }: MessageEvent<string>) => {
  const answer = (said: MakeAnswer): void => postMessage(said);
  makeDatabase(name === kabarShape.name ? kabarShape : personShapeByName(name)).then(
    () => answer({}),
    (error: unknown) =>
      answer({
        error: {
          name: error instanceof Error ? error.name : 'UnknownError',
          message: error instanceof Error ? error.message : String(error),
        },
      }),
  );
});
