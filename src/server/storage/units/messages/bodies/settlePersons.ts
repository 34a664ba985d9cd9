import { contactState } from '#protocol/entities/contactState.ts';
import type { PersonBody } from '#protocol/entities/bodies/personBody.ts';
import { accountRole } from '#server/storage/rows/accountRole.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { BodyRule } from './BodyRule.ts';

/**
 * Contact cards: of the sender himself, or of a friend of his, with name and handle as they are now and never the name only he sees. NOT_FOUND: anybody else, so that a card tells nothing about accounts
 * he has not met.
 */
export const settlePersons: BodyRule = async (tx, _head, drafts) => {
  const senders = [...new Set(drafts.map(({ sender }) => sender.userId))];
  const wanted = [...new Set(drafts.map(({ item }) => (item.b as PersonBody).u))];
  const rows = await tx.sql<{ sender: number; id: number; name: string; handle: string }>(
    `SELECT s.id AS sender, u.id, u.name, u.handle FROM users s
      JOIN users u ON u.id IN (${placeholders(wanted.length)}) AND u.deleted_at IS NULL AND u.handle IS NOT NULL AND u.role <> ${accountRole.app}
      LEFT JOIN contacts c ON c.user_id = s.id AND c.peer_id = u.id
      WHERE s.id IN (${placeholders(senders.length)}) AND (u.id = s.id OR c.state = ${contactState.friend})`,
    [...wanted, ...senders],
  );
  const known = new Map(rows.map((row) => [`${row.sender} ${row.id}`, row]));
  return drafts.map(({ item, sender }) => {
    const { u, silent } = item.b as PersonBody;
    const person = known.get(`${sender.userId} ${u}`);
    if (!person) return { code: 'NOT_FOUND' };
    return { b: { u, x: person.name, h: person.handle, ...(silent === undefined ? {} : { silent }) } };
  });
};
