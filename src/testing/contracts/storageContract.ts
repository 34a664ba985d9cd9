import { describe } from 'vitest';
import { storageDurabilityContract } from './storageDurabilityContract.ts';
import { storageMessageContract } from './storageMessageContract.ts';
import { storageRandomContract } from './storageRandomContract.ts';
import { storageTransactionContract } from './storageTransactionContract.ts';
import type { MakeTarget } from './storageTarget.ts';

/**
 * What every database driver must do alike; run once per driver. `runs`: how many random sequences; each block has one database.
 */
export function storageContract(makeTarget: MakeTarget, runs: number): void {
  describe('transactions', () => storageTransactionContract(makeTarget));
  describe('messages', () => storageMessageContract(makeTarget));
  describe('random sequences', () => storageRandomContract(makeTarget, runs));
  describe('durability', () => storageDurabilityContract(makeTarget));
}
