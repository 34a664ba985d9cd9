import * as z from 'zod/mini';
import type { AppApiRoute } from './AppApiRoute.ts';
import { idempotencyKeySchema, problemShape } from './appApiShapes.ts';

type Json = Record<string, unknown>;

/** Refusals that every route has. */
const commonCodes = ['BAD', 'UNAUTH', 'FORBIDDEN', 'RATE', 'UNAVAILABLE', 'INTERNAL'];
const keyedCode = 'KEY_REUSED';

/** Whether a method changes something, so that its calls carry a key. */
export const isKeyed = (method: AppApiRoute['method']): boolean => method === 'POST' || method === 'PUT';

/** The description of the API in OpenAPI 3.1, made of the shapes that its routes parse with. `root`: path below which they are. */
export function toOpenApi(routes: readonly AppApiRoute[], root: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = `${root}${route.path.replaceAll(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: toOperation(route) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Kabar for servers of mini-apps', version: '1' },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'Token of the app' } },
      schemas: { Problem: toSchema(problemShape, 'output') },
    },
  };
}

function toOperation({ method, summary, params, query, body, answer, codes }: AppApiRoute): Json {
  const all = [...commonCodes, ...(isKeyed(method) ? [keyedCode] : []), ...codes];
  return {
    summary,
    parameters: [
      ...toParameters(params, 'path'),
      ...toParameters(query, 'query'),
      ...(isKeyed(method)
        ? [{ name: 'Idempotency-Key', in: 'header', required: true, schema: toSchema(idempotencyKeySchema, 'input') }]
        : []),
    ],
    ...(body === 'none' ? {} : { requestBody: { required: true, content: toContent(body) } }),
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: toSchema(answer, 'output') } } },
      default: {
        description: `Refused; code is one of ${all.join(', ')}`,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const toContent = (body: z.ZodMiniType | 'raw'): Json =>
  body === 'raw' ? { 'image/*': {} } : { 'application/json': { schema: toSchema(body, 'input') } };

function toParameters(shape: z.ZodMiniType, where: 'path' | 'query'): Json[] {
  const { properties = {}, required = [] } = toSchema(shape, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    ...{ name, in: where, schema },
    required: where === 'path' || required.includes(name),
  }));
}

function toSchema(shape: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(shape, { io, target: 'draft-2020-12' });
  return schema;
}
