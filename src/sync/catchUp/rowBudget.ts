/** `later`: what others have set aside and may not use would pay for it. */
export type BudgetAnswer = 'yes' | 'no' | 'later';

/**
 * Rows that may be fetched for chats that nobody looks at. They are set aside before they are asked for: requests run side by side, and each would
 * otherwise look at a rest that the others are about to spend.
 */
export interface RowBudget {
  reserve(rows: number): BudgetAnswer;
  /** An answer came, or none will: of `reserved` rows `used` were needed. */
  settle(reserved: number, used: number): void;
}

/** Makes a budget of `total` rows. */
export function rowBudget(total: number): RowBudget {
  let spent = 0;
  let aside = 0;
  return {
    reserve(rows) {
      if (spent + rows > total) return 'no';
      if (spent + aside + rows > total) return 'later';
      aside += rows;
      return 'yes';
    },
    settle(reserved, used) {
      aside -= reserved;
      spent += used;
    },
  };
}
