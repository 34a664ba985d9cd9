/** Where a list of rules and the names of tests do not agree. */
export interface SpecGaps {
  /** rules that no test names */
  untested: string[];
  /** rules that a test names and the list does not have */
  unknown: string[];
}

/**
 * Numbers of the design itself, which test names use beside the rules: invariants I, promises P, amendments A, kinds of tests T. The rules have other
 * letters; should one ever be called like these, it is looked for as every rule is.
 */
const designNumbers = /^[IPAT]\d+$/;

/** The numbers of the rules in a document: each stands in bold at the beginning of a list item. A number that is given twice throws. */
export function readRules(spec: string): string[] {
  const rules = [...spec.matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map((match) => match[1] as string);
  const twice = rules.find((rule, at) => rules.indexOf(rule) !== at);
  if (twice !== undefined) throw new Error(`rule ${twice} is there twice`);
  return rules;
}

/** Compares rules with test names. A name speaks of a rule when its number stands in it as a word of its own, with a letter that the rules use. */
export function findSpecGaps(rules: readonly string[], testNames: readonly string[]): SpecGaps {
  const letters = new Set(rules.map((rule) => rule.charAt(0)));
  const named = new Set(testNames.flatMap((name) => name.match(/\b[A-Z]\d+\b/g) ?? []));
  const isRule = (word: string): boolean => letters.has(word.charAt(0)) && !designNumbers.test(word);
  return {
    untested: rules.filter((rule) => !named.has(rule)),
    unknown: [...named].filter((word) => isRule(word) && !rules.includes(word)).toSorted(),
  };
}
