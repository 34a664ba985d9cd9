declare const brandKey: unique symbol;

/**
 * A type that is `T` at run time and unlike every other `T` at compile time, so that two ids with the
 * same representation cannot be swapped. Values get their brand where untrusted data is parsed.
 */
export type Brand<T, Name extends string> = T & { readonly [brandKey]: Name };
