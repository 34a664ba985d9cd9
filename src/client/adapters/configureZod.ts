import * as z from 'zod/mini';

/*
 * Must be the first import of every entry: zod otherwise tries `new Function` for faster parsers, which our content security policy refuses and reports.
 */
z.config({ jitless: true });
