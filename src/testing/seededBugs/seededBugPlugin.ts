import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { applyMutation } from './applyMutation.ts';
import { postgresBugs } from './postgresBugs.ts';
import { seededBugs } from './seededBugs.ts';

/** Puts one seeded bug into the sources on their way to the tests; files on disk stay as they are. Throws for an unknown name or a text that has changed. */
export function seededBugPlugin(name: string): Plugin {
  const bug = [...seededBugs, ...postgresBugs].find((one) => one.name === name);
  if (!bug) throw new Error(`there is no seeded bug "${name}"`);
  const edits = Map.groupBy(bug.edits, ({ file }) => resolve(file));
  for (const [path, own] of edits) own.reduce(applyMutation, readFileSync(path, 'utf8'));
  return {
    name: 'seeded-bug',
    enforce: 'pre',
    transform: (code, id) => edits.get(id)?.reduce(applyMutation, code),
  };
}
