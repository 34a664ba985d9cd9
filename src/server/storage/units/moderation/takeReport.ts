import { canSeeReports } from '#domain/permissions.ts';
import { AppError } from '#protocol/errors.ts';
import { writeUnit } from '#server/storage/unit.ts';
import { act } from './act.ts';
import type { ActInput, ActOutcome, Done } from './ActOutcome.ts';
import { findCase } from './findCase.ts';

/** Takes a case or gives it back. Throws NOT_MEMBER, FORBIDDEN (somebody else has it), NOT_FOUND. */
export const takeReport = writeUnit((tx, input: ActInput & { id: string; on: boolean }): Promise<ActOutcome<Done>> =>
  act(tx, input, { name: 'report.take', may: canSeeReports, inRooms: true }, async ({ me }) => {
    const row = await findCase(tx, input.c, input.id);
    if (row.state !== 0) throw new AppError('NOT_FOUND');
    if (row.taken_by !== null && row.taken_by !== me.mid) throw new AppError('FORBIDDEN');
    await tx.sql('UPDATE reports SET taken_by = ? WHERE chat_id = ? AND case_id = ? AND state = 0', [
      input.on ? me.mid : null,
      input.c,
      input.id,
    ]);
    return {};
  }),
);
