import { chatKind } from '#protocol/entities/chatKind.ts';

/** First seq a new member may see: everything in a 1:1 chat, nothing before the join in a group. Communities look it up by day (server). */
export function floorAtJoin(kind: number, joinRev: number): number {
  return kind === chatKind.dm ? 0 : joinRev;
}
