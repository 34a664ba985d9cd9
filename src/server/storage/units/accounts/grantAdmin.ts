import { writeUnit } from '#server/storage/unit.ts';

/** Makes a person an administrator of the installation, or takes it back, with an entry in the audit log. False: no such handle. */
export const grantAdmin = writeUnit(
  async (tx, input: { auditId: string; handle: string; isAdmin: boolean; by: string }): Promise<boolean> => {
    const [user] = await tx.sql<{ id: number }>(
      'UPDATE users SET role = ?, pver = pver + 1 WHERE handle = ? AND deleted_at IS NULL RETURNING id',
      [input.isAdmin ? 1 : 0, input.handle],
    );
    if (!user) return false;
    await tx.sql(
      'INSERT INTO audit_log (id, at, actor_id, action, chat_id, target_id, detail) VALUES (?, ?, NULL, ?, NULL, ?, ?)',
      [
        input.auditId,
        tx.now,
        input.isAdmin ? 'admin.grant' : 'admin.revoke',
        user.id,
        JSON.stringify({ by: input.by }),
      ],
    );
    return true;
  },
);
