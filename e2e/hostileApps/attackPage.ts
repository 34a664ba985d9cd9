import { attempt, leavingAttacks, nameOf } from './leavingAttacks.ts';
import { powerAttacks } from './powerAttacks.ts';
import { frameOf, siteAttacks } from './siteAttacks.ts';

/*
 * A mini-app that attacks. What it does without a press stands in its parameter, by names between dashes; the rest has a button each. What came of it goes to the
 * console: looking into a page counts as a press, listening to it does not.
 */

declare global {
  /** origin of a stranger */
  var away: string;
  /** what the messenger said */
  var told: { eventType: string; eventData?: Record<string, unknown> }[];
  var say: (eventType: string, eventData?: unknown) => void;
  var run: (name: string) => Promise<unknown>;
  var frameOf: (address: string) => Promise<string>;
}

const attacks = { ...leavingAttacks(globalThis.away), ...powerAttacks(globalThis.away), ...siteAttacks };
const query = new URLSearchParams(location.search);

globalThis.told = [];
globalThis.frameOf = frameOf;
globalThis.say = (eventType, eventData) => parent.postMessage(JSON.stringify({ eventType, eventData }), '*');
globalThis.run = async (name) => {
  let result: unknown;
  try {
    result = await attacks[name]?.();
  } catch (error) {
    result = nameOf(error);
  }
  console.info(`attack ${name} ${String(result)}`);
  return result;
};

addEventListener('message', ({ data }) => {
  const text = String(data);
  if (text.startsWith('{')) globalThis.told.push(JSON.parse(text) as (typeof globalThis.told)[number]);
});

for (const name of Object.keys(attacks)) {
  const button = document.createElement('button');
  button.id = name;
  button.textContent = name;
  button.addEventListener('click', () => void globalThis.run(name));
  document.body.append(button);
}

const depth = Number(query.get('depth') ?? 0);
if (depth > 0) void frameOf(`${location.pathname}?depth=${depth - 1}`);
if (parent !== window && !query.has('depth') && !query.has('silent')) attempt(() => globalThis.say('web_app_ready'));

for (const name of (query.get('tgWebAppStartParam') ?? '').split('-').filter(Boolean)) await globalThis.run(name);
console.info('attack everything done');
