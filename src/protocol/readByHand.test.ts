import fc from 'fast-check';
import * as z from 'zod/mini';
import { describe, expect, test } from 'vitest';
import { arbitraryInput } from '#testing/arbitraryInput.ts';
import { mutateInput } from '#testing/mutateInput.ts';
import { errorCodeSchema } from './errorCodeSchema.ts';
import { readWireError } from './errors.ts';
import { readSessionGrant } from './readSessionGrant.ts';
import { sessionGrantSchema } from './session.ts';

const refusalSchema = z.object({
  ok: z.literal(false),
  code: errorCodeSchema,
  retry: z.optional(z.int().check(z.nonnegative())),
  msg: z.optional(z.string()),
});

/** What is read without a parser is what the schema would read, of good and of broken answers. */
describe.each([
  ['a refusal', refusalSchema, readWireError],
  ['a grant', sessionGrantSchema, readSessionGrant],
] as const)('%s', (_, schema, read) => {
  const agrees = (value: unknown): void => {
    const parsed = z.safeParse(schema, value);
    expect(read(value)).toEqual(parsed.success ? parsed.data : undefined);
  };

  test('that is well-formed is read as the schema reads it', () => {
    fc.assert(fc.property(arbitraryInput(schema), agrees), { numRuns: 200 });
  });

  test('that has anything wrong is refused where the schema refuses it', () => {
    const broken = arbitraryInput(schema).chain((value) => fc.constantFrom(...mutateInput(value)));
    fc.assert(fc.property(broken, agrees), { numRuns: 500 });
    for (const value of [undefined, null, 0, '', [], {}, { ok: true, data: {} }]) agrees(value);
  });
});
