import { AppError } from '#protocol/errors.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { changeOwnApp, type MadeChange } from './changeOwnApp.ts';
import type { MakerInput } from './MakerInput.ts';

/** Replaces the people who may open drafts. Throws NOT_FOUND, with the handle that nobody has. */
export const setTesters = writeUnit((tx, input: MakerInput & { handles: readonly string[] }): Promise<MadeChange> =>
  changeOwnApp(tx, input, 'maker.testers', async () => {
    const handles = [...new Set(input.handles)];
    const people = await tx.sql<{ id: number; handle: string }>(
      `SELECT id, handle FROM users WHERE deleted_at IS NULL AND handle IN (${placeholders(handles.length)})`,
      handles.length === 0 ? [''] : handles,
    );
    const missing = handles.find((handle) => !people.some((person) => person.handle === handle));
    if (missing !== undefined) throw new AppError('NOT_FOUND', { message: missing });
    await tx.sql('DELETE FROM app_testers WHERE app_id = ?', [input.app]);
    for (const { id } of people)
      if (id !== input.owner) await tx.sql('INSERT INTO app_testers (app_id, user_id) VALUES (?, ?)', [input.app, id]);
  }),
);
