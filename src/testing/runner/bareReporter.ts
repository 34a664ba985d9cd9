import { JsonReporter } from 'vitest/node';

/** Vitest's JSON report without what plugins add to each test: Storybook's results of every accessibility rule for thousands of stories are longer than a string may be. */
export default class BareReporter extends JsonReporter {
  constructor() {
    super({ filterMeta: () => false });
  }
}
