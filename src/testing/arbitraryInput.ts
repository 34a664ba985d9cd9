import fc from 'fast-check';
import * as z from 'zod';

/** The part of JSON Schema that the wire's schemas produce. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | false;
  prefixItems?: JsonSchema[];
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  pattern?: string;
  format?: string;
}

/** Values that a schema of the wire accepts. A new request is covered because its schema describes it. */
export function arbitraryInput(schema: z.core.$ZodType): fc.Arbitrary<unknown> {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  // Rules that JSON Schema cannot say (checks by code) are left to the schema itself.
  return toArbitrary(json).filter((value) => z.safeParse(schema, value).success);
}

function toArbitrary(schema: JsonSchema): fc.Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const options = schema.anyOf ?? schema.oneOf;
  if (options) return fc.oneof(...options.map(toArbitrary));
  if (schema.type === 'object') return toObject(schema);
  if (schema.type === 'array') return toArray(schema);
  if (schema.type === 'string') return toText(schema);
  if (schema.type === 'integer' || schema.type === 'number') return toNumber(schema);
  if (schema.type === 'boolean') return fc.boolean();
  if (schema.type === 'null') return fc.constant(null);
  return fc.jsonValue();
}

function toObject(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, value]) => [key, toArbitrary(value)]),
  );
  return fc.record(fields, { requiredKeys: schema.required ?? [] });
}

function toArray(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.prefixItems) return fc.tuple(...schema.prefixItems.map(toArbitrary));
  const most = Math.min(schema.maxItems ?? 4, Math.max(4, schema.minItems ?? 0));
  return fc.array(schema.items ? toArbitrary(schema.items) : fc.jsonValue(), {
    minLength: schema.minItems ?? 0,
    maxLength: most,
  });
}

function toText(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid();
  if (schema.format === 'uri') return fc.webUrl({ withQueryParameters: true });
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.min(schema.maxLength ?? 40, Math.max(40, minLength));
  if (!schema.pattern) return fc.string({ minLength, maxLength, unit: 'grapheme' });
  const isFitting = (text: string) => text.length >= minLength && text.length <= maxLength;
  return fc
    .oneof(fc.stringMatching(new RegExp(schema.pattern, 'u')), fc.string({ minLength, maxLength }))
    .filter((text) => isFitting(text) && new RegExp(schema.pattern ?? '', 'u').test(text));
}

function toNumber(schema: JsonSchema): fc.Arbitrary<number> {
  const min = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1);
  const max = Math.min(schema.maximum ?? Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
  // Small numbers are the ones that mean something: seqs, revs and the ids of nobody.
  return fc.oneof(
    fc.integer({ min, max: Math.min(max, min + 50) }),
    // Never all numbers, filtered: below a small limit hardly one would be left.
    fc.integer({ min, max }),
  );
}
