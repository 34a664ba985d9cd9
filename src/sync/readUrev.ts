import type { ReadTx } from './ports.ts';

/** My newest change that is known here, and all before it; 0: nothing is. Needs the table `meta`. */
export async function readUrev(tx: ReadTx): Promise<number> {
  return Number((await tx.get('meta', 'urev'))?.val ?? 0);
}
