/** One compilation unit of the product and everything that its files may import besides each other. */
export interface Zone {
  /** Folder below `src`, or the name of a single entry such as `client/context`. */
  name: string;
  /** What the zone consists of, as prefixes of paths from the root of the repository. */
  paths: string[];
  /** Project file of the zone; several zones may share one. */
  tsconfig: string;
  /** Names of the zones that may be imported, beside itself; `'*'` is everything. */
  zones: string[] | '*';
  /** Of these zones, the ones of which only types may be imported. */
  typesOnly?: string[];
  /** Packages, without sub-paths; `'*'` is every package. */
  packages: string[] | '*';
  /** Whether `node:` modules may be imported. */
  node?: boolean;
}

const wire = ['base', 'protocol'];
const rules = [...wire, 'domain'];
const screenPackages = ['react', 'react-dom', 'react-aria-components', 'lucide-react', 'virtua'];
const clientZones = ['locales', 'ui', 'stores', 'adapters', 'parts', 'context', 'features'].map(
  (name) => `client/${name}`,
);
const serverZones = ['storage', 'live', 'services', 'transport', 'jobs', 'demo', 'firstParty', 'main'].map(
  (name) => `server/${name}`,
);
/** The two halves of the mini-apps that come with the messenger, below the folder of each. */
const halfOfApps = (half: string): string[] =>
  ['kit', 'queue', 'deals', 'gift'].map((app) => `src/miniapps/${app}/${half}/`);

/**
 * Who may import whom. The project references of every tsconfig.json and the per-folder import rules of
 * .oxlintrc.json repeat this table for the compiler and the linter; the architecture test compares them.
 */
export const zoneTable: Zone[] = [
  zone('base', [], []),
  zone('protocol', ['base'], ['zod']),
  zone('domain', wire, []),
  zone('sync', rules, []),
  zone('client/locales', wire, ['i18next']),
  zone('client/ui', ['base'], [...screenPackages, '@internationalized/date']),
  { ...zone('client/stores', [...rules, 'sync'], ['zustand']), typesOnly: ['sync'] },
  zone('client/adapters', [...wire, 'sync'], ['dexie', 'qr', 'socket.io-client', 'thumbhash', 'tus-js-client', 'zod']),
  {
    ...zone(
      'client/parts',
      [...rules, 'client/locales', 'client/ui'],
      [...screenPackages, 'frimousse', 'react-i18next', 'thumbhash'],
    ),
    typesOnly: ['protocol'],
  },
  {
    ...zone('client/context', [...rules, 'sync', 'client/stores'], ['react', 'zustand']),
    paths: ['src/client/context.ts', 'src/client/context.tsx'],
    tsconfig: 'src/client/tsconfig.context.json',
  },
  {
    ...zone(
      'client/features',
      [...rules, 'client/locales', 'client/ui', 'client/stores', 'client/parts', 'client/context'],
      [...screenPackages, 'react-i18next', 'wouter', 'zustand'],
    ),
    typesOnly: ['protocol'],
  },
  {
    ...zone('client/worker', [...rules, 'sync', 'client/adapters'], ['workbox-precaching', 'workbox-routing', 'zod']),
    paths: ['src/client/sw.ts', 'src/client/engine.worker.ts'],
    tsconfig: 'src/client/tsconfig.worker.json',
  },
  {
    ...zone(
      'client/app',
      [...rules, 'sync', ...clientZones],
      [...screenPackages, 'react-i18next', 'i18next', 'wouter', 'zustand', 'zod'],
    ),
    paths: ['src/client/app/', 'src/client/main.tsx'],
  },
  { ...zone('miniapp-sdk', wire, []), typesOnly: ['protocol'] },
  {
    ...onServer('miniapps/server', wire, ['fastify', '@fastify/static', 'zod']),
    paths: halfOfApps('server'),
    tsconfig: 'src/miniapps/tsconfig.server.json',
  },
  {
    ...zone('miniapps/page', ['miniapp-sdk', 'miniapps/server'], ['react', 'react-dom', 'qr']),
    paths: halfOfApps('page'),
    tsconfig: 'src/miniapps/tsconfig.page.json',
    typesOnly: ['miniapps/server'],
  },
  zone('testing/builders', rules, []),
  onServer('server/storage', rules, ['kysely', 'pg']),
  onServer('server/live', [...rules, 'server/storage'], ['ioredis']),
  {
    ...onServer(
      'server/services',
      [...rules, 'server/storage', 'server/live'],
      [
        '@aws-sdk/client-s3',
        '@node-rs/argon2',
        '@zxcvbn-ts/language-common',
        'htmlparser2',
        'jose',
        'sharp',
        'thumbhash',
        'yauzl',
      ],
    ),
    typesOnly: ['server/live'],
  },
  onServer(
    'server/transport',
    [...rules, 'server/services', 'server/live'],
    ['@tus/file-store', '@tus/server', 'fastify', '@fastify/cookie', '@fastify/static', 'socket.io', 'zod'],
  ),
  { ...onServer('server/jobs', [...rules, ...serverZones], '*'), tsconfig: 'src/server/tsconfig.json' },
  {
    ...onServer('server/demo', [...rules, ...serverZones, 'testing/builders', 'testing'], '*'),
    tsconfig: 'src/server/tsconfig.json',
  },
  {
    ...onServer('server/firstParty', [...rules, ...serverZones, 'miniapps/server'], '*'),
    tsconfig: 'src/server/tsconfig.json',
  },
  {
    ...onServer('server/main', [...rules, ...serverZones], '*'),
    paths: ['src/server/'],
    tsconfig: 'src/server/tsconfig.json',
  },
  { ...everything('bench'), paths: ['src/bench/'], tsconfig: 'src/testing/tsconfig.json' },
  { ...everything('testing'), paths: ['src/testing/', 'e2e/', '.storybook/', 'vite.config.ts'] },
];

function zone(name: string, zones: string[], packages: string[]): Zone {
  return { name, paths: [`src/${name}/`], tsconfig: `src/${name}/tsconfig.json`, zones, packages };
}

function onServer(name: string, zones: string[], packages: string[] | '*'): Zone {
  return { ...zone(name, zones, []), packages, node: true };
}

function everything(name: string): Zone {
  return { ...zone(name, [], []), zones: '*', packages: '*', node: true };
}
