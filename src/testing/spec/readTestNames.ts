import { parseSync, Visitor } from 'oxc-parser';

type Program = ReturnType<typeof parseSync>['program'];
type Call = Extract<Program['body'][number], { type: 'ExpressionStatement' }>['expression'];

const starters = new Set(['it', 'test', 'describe']);

/** The names that the tests of one file give to themselves and their groups, as they are written: `%s` and `${…}` are not filled in. */
export function readTestNames(path: string, source: string): string[] {
  const result = parseSync(path, source);
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0]?.message}`);
  const names: string[] = [];
  new Visitor({
    CallExpression(node) {
      const [first] = node.arguments;
      if (!first || !starters.has(rootOf(node.callee as Call))) return;
      if (first.type === 'Literal' && typeof first.value === 'string') names.push(first.value);
      if (first.type === 'TemplateLiteral') names.push(first.quasis.map(({ value }) => value.raw).join('…'));
    },
  }).visit(result.program);
  return names;
}

/** The first name of `it`, `it.skip`, `it.each(cases)`, `test.describe` …; '' for what has none. */
function rootOf(callee: Call): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return rootOf(callee.object as Call);
  if (callee.type === 'CallExpression') return rootOf(callee.callee as Call);
  return '';
}
