import { join, resolve } from 'node:path';
import * as z from 'zod';
import { appOrigin, isSameSite } from '#domain/appRules.ts';
import { defaultPasswordCost, type PasswordCost } from '#server/services/accounts/passwords.ts';
import { limits as wireLimits } from '#protocol/limits.ts';
import type { S3Place } from '#server/services/media/s3MediaStore.ts';
import type { StorageTarget } from '#server/storage/openStorage.ts';
import { StartError } from './startError.ts';
import { rateLimits, type RateLimitName, type RateLimits } from '#server/transport/rateLimits.ts';

/** Everything the environment decides, checked and with its defaults. */
export interface Config {
  /** 0: any free port. */
  readonly port: number;
  /** Addresses to listen on. */
  readonly hosts: readonly string[];
  /** Absolute path; the token key lives there even when the data is in PostgreSQL. */
  readonly dataDir: string;
  readonly storage: StorageTarget;
  /** Allowed origins of pages; undefined: http://localhost and the port. */
  readonly origins: readonly string[] | undefined;
  readonly endpoints: readonly string[];
  /** Where mini-apps run, with `{app}` in the place of the id; undefined: `http://{app}.localhost` and the port. */
  readonly appOrigin: string | undefined;
  /** `host:port` of mini-apps' own servers that may lie on this machine or in its network. */
  readonly appPrivateHosts: readonly string[];
  /** `host:port` of pages that may lie on this machine or in its network, and still get cards when people link to them. */
  readonly linkCardHosts: readonly string[];
  /** Whether the mini-apps that come with the messenger run beside it. */
  readonly firstParty: boolean;
  readonly proxyHops: number;
  /** Where files are kept; undefined: in the data folder. */
  readonly files: S3Place | undefined;
  /** Bytes that one person may keep on the server. */
  readonly personBytes: number;
  readonly isProduction: boolean;
  readonly limits: RateLimits;
  readonly passwordCost: PasswordCost;
  /** ms */
  readonly handlerMs: number;
}

const originSchema = z.url({ protocol: /^https?$/ }).refine((url) => URL.canParse(url) && new URL(url).origin === url, {
  message: 'must be scheme, host and port only, such as https://chat.example.org',
});
const listOf = (item: z.ZodType<string, string>) =>
  z
    .string()
    .transform((text) =>
      text
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    )
    .pipe(z.array(item));

/** Exactly one place for the id, as the first label: everything behind it is the same for all apps. */
const appOriginSchema = z
  .string()
  .regex(
    /^https?:\/\/\{app\}\.[\w.-]+(?::\d{1,5})?$/,
    'must be scheme, {app} as the first label of the host, and nothing behind host and port, such as https://{app}.example-apps.com',
  );

const bucketSchema = z.strictObject({ burst: z.number().min(1), everyMs: z.number().positive() });
const rateNames = Object.keys(rateLimits) as [RateLimitName, ...RateLimitName[]];
const limitsSchema = z.strictObject({
  /** Switches all rate limits off. */
  off: z.boolean().default(false),
  rate: z.partialRecord(z.enum(rateNames), bucketSchema).default({}),
  password: z.strictObject({ memoryKiB: z.int().min(8), passes: z.int().min(1) }).default({ ...defaultPasswordCost }),
  handlerMs: z.int().min(10).default(15_000),
  personBytes: z.int().min(0).default(wireLimits.personBytesMax),
});
const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'is not JSON' });
    return z.NEVER;
  }
});

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 0 to 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'must be a number from 0 to 65535')
    .default(8787),
  HOST: listOf(z.string().regex(/^[\w.:-]+$/, 'must be a host name or an address')).default(['127.0.0.1', '::1']),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  ORIGINS: listOf(originSchema).optional(),
  ENDPOINTS: listOf(originSchema).default([]),
  MINIAPP_ORIGIN: appOriginSchema.optional(),
  MINIAPP_PRIVATE_HOSTS: listOf(z.string().regex(/^[\w.-]+:\d{1,5}$/, 'must be host:port')).default([]),
  LINK_CARD_ALLOW: listOf(z.string().regex(/^[\w.-]+:\d{1,5}$/, 'must be host:port')).default([]),
  FIRST_PARTY: z.enum(['on', 'off'], 'must be on or off').default('off'),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][\w.-]{1,61}[a-z0-9]$/i, 'must be the name of a bucket')
    .optional(),
  S3_ENDPOINT: originSchema.optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]{1,40}$/, 'must be the name of a region')
    .default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  TRUST_PROXY: z.string().regex(/^\d$/, 'must be the number of proxies in front, 0 to 9').transform(Number).default(0),
  LIMITS: jsonText.pipe(limitsSchema).default(limitsSchema.parse({})),
  NODE_ENV: z.string().default(''),
});

/**
 * Reads the configuration. An empty variable counts as absent. Throws StartError with one line that names the variable and what is wrong with it;
 * values that may be secret are not repeated.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const [name, ...path] = issue?.path ?? [];
    throw new StartError(`${[String(name), ...path].join('.')}: ${issue?.message ?? 'is invalid'}.`);
  }
  const values = parsed.data;
  const isProduction = values.NODE_ENV === 'production';
  if (isProduction) refuseWeakLimits(values.LIMITS);
  const dataDir = resolve(values.DATA_DIR);
  return {
    port: values.PORT,
    hosts: values.HOST,
    dataDir,
    storage: values.DATABASE_URL
      ? { kind: 'postgres', url: values.DATABASE_URL }
      : { kind: 'sqlite', path: join(dataDir, 'kabar.db') },
    origins: values.ORIGINS,
    endpoints: values.ENDPOINTS,
    appOrigin: readAppOrigin(values.MINIAPP_ORIGIN, values.ORIGINS ?? []),
    appPrivateHosts: values.MINIAPP_PRIVATE_HOSTS,
    linkCardHosts: values.LINK_CARD_ALLOW,
    firstParty: values.FIRST_PARTY === 'on',
    proxyHops: values.TRUST_PROXY,
    files: readFilesPlace(values),
    personBytes: values.LIMITS.personBytes,
    isProduction,
    limits: values.LIMITS.off ? null : { ...rateLimits, ...values.LIMITS.rate },
    passwordCost: values.LIMITS.password,
    handlerMs: values.LIMITS.handlerMs,
  };
}

/** Without a bucket files lie in the data folder. */
function readFilesPlace(values: z.output<typeof environmentSchema>): S3Place | undefined {
  const { S3_BUCKET: bucket, S3_ENDPOINT: endpoint, S3_REGION: region } = values;
  const { S3_ACCESS_KEY_ID: accessKeyId, S3_SECRET_ACCESS_KEY: secretAccessKey } = values;
  if (bucket === undefined) {
    if (endpoint !== undefined) throw new StartError('S3_BUCKET: is missing beside S3_ENDPOINT.');
    return undefined;
  }
  if (accessKeyId === undefined) throw new StartError('S3_ACCESS_KEY_ID: is missing beside S3_BUCKET.');
  if (secretAccessKey === undefined) throw new StartError('S3_SECRET_ACCESS_KEY: is missing beside S3_BUCKET.');
  return { bucket, endpoint, region, accessKeyId, secretAccessKey };
}

/** Apps on the messenger's own site would share cookies, storage and processes with it. */
function readAppOrigin(template: string | undefined, origins: readonly string[]): string | undefined {
  if (template === undefined) return undefined;
  const { hostname } = new URL(appOrigin(template, 'app'));
  for (const origin of origins) {
    if (!isSameSite(hostname, new URL(origin).hostname)) continue;
    throw new StartError(
      `MINIAPP_ORIGIN: mini-apps must run on another site than ${origin}: a domain that is registered for them alone.`,
    );
  }
  return template;
}

function refuseWeakLimits(limits: z.output<typeof limitsSchema>): void {
  if (limits.off) throw new StartError('LIMITS.off: limits cannot be switched off with NODE_ENV=production.');
  const { memoryKiB, passes } = limits.password;
  if (memoryKiB < defaultPasswordCost.memoryKiB || passes < defaultPasswordCost.passes) {
    throw new StartError('LIMITS.password: must not be below the default with NODE_ENV=production.');
  }
}
