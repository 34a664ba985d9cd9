/*
 * Must be the first import of every entry: zod otherwise tries `new Function` for faster parsers, which our content security policy refuses and reports. What is
 * written here is the object of settings that all copies of zod share; `z.config` would do the same, but brings zod along, which no first picture needs.
 */
const shared = globalThis as { __zod_globalConfig?: { jitless?: boolean } };
Object.assign((shared.__zod_globalConfig ??= {}), { jitless: true });

export {};
