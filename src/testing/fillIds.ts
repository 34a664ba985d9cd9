import * as z from 'zod';

interface Definition {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  items?: z.core.$ZodType[];
  innerType?: z.core.$ZodType;
  options?: z.core.$ZodType[];
}

/**
 * Puts `id` wherever the schema holds this very id schema, at any depth, so that a test can aim every request at one chat without knowing the
 * request. Answers how many places there were.
 */
export function fillIds(
  schema: z.core.$ZodType,
  input: unknown,
  idSchema: z.core.$ZodType,
  id: number | string,
): { input: unknown; places: number } {
  let places = 0;
  const fill = (at: z.core.$ZodType, value: unknown): unknown => {
    if (value === undefined || value === null) return value;
    if (at === idSchema) {
      places += 1;
      return id;
    }
    const definition = at._zod.def as unknown as Definition;
    if (definition.shape && typeof value === 'object') {
      return Object.fromEntries(
        Object.entries(value).map(([key, field]) => [key, fill(definition.shape?.[key] ?? z.unknown(), field)]),
      );
    }
    if (definition.element && Array.isArray(value)) return value.map((item) => fill(definition.element!, item));
    if (definition.items && Array.isArray(value))
      return value.map((item, n) => fill(definition.items?.[n] ?? z.unknown(), item));
    if (definition.innerType) return fill(definition.innerType, value);
    const option = definition.options?.find((one) => z.safeParse(one, value).success);
    return option ? fill(option, value) : value;
  };
  return { input: fill(schema, input), places };
}
