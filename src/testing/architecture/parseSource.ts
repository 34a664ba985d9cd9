import { parseSync, Visitor } from 'oxc-parser';

/** One import, re-export or dynamic import with a literal specifier. */
export interface SourceImport {
  specifier: string;
  /** Whether nothing of it is left at run time. */
  isType: boolean;
  /** Whether it is an `import()`, which loads when it runs. */
  isLazy: boolean;
}

/** What the architecture rules need to know about one file. */
export interface ParsedSource {
  imports: SourceImport[];
  /** Names exported by the file itself; `default` for a default export. */
  exports: string[];
  /** Whether the file re-exports other files and has no statement of its own. */
  isBarrel: boolean;
  /** Calls that read a clock or a random source, e.g. `Date.now`. */
  impureCalls: string[];
  /** Whether a `catch` has no statement. */
  hasEmptyCatch: boolean;
}

/** Parses one TypeScript file; a syntax error throws, because a file that cannot be read proves nothing. */
export function parseSource(path: string, source: string): ParsedSource {
  const result = parseSync(path, source);
  if (result.errors.length > 0) throw new Error(`${path}: ${result.errors[0]?.message}`);
  const imports: SourceImport[] = [];
  const exports: string[] = [];
  for (const found of result.module.staticImports) {
    const isType = found.entries.length > 0 && found.entries.every((entry) => entry.isType);
    imports.push({ specifier: found.moduleRequest.value, isType, isLazy: false });
  }
  for (const found of result.module.staticExports) {
    for (const entry of found.entries) {
      if (entry.moduleRequest)
        imports.push({ specifier: entry.moduleRequest.value, isType: entry.isType, isLazy: false });
      const name = entry.exportName.kind === 'Default' ? 'default' : entry.exportName.name;
      if (name) exports.push(name);
    }
  }
  const body = result.program.body;
  const isBarrel =
    body.length > 0 &&
    body.every(
      (node) => node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source),
    );
  return { imports, exports, isBarrel, ...walk(result.program, imports) };
}

type Program = ReturnType<typeof parseSync>['program'];

function walk(program: Program, imports: SourceImport[]): Pick<ParsedSource, 'impureCalls' | 'hasEmptyCatch'> {
  const impureCalls: string[] = [];
  let hasEmptyCatch = false;
  new Visitor({
    ImportExpression(node) {
      if (node.source.type === 'Literal' && typeof node.source.value === 'string')
        imports.push({ specifier: node.source.value, isType: false, isLazy: true });
    },
    MemberExpression(node) {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return;
      const name = `${node.object.name}.${node.property.name}`;
      if (['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID', 'crypto.getRandomValues'].includes(name))
        impureCalls.push(name);
    },
    NewExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date' && node.arguments.length === 0)
        impureCalls.push('new Date()');
    },
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'Date') impureCalls.push('Date()');
    },
    CatchClause(node) {
      if (node.body.body.length === 0) hasEmptyCatch = true;
    },
  }).visit(program);
  return { impureCalls, hasEmptyCatch };
}
