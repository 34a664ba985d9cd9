import { parseQuery } from './queryStrings.ts';

/** Who opened the app and from where, as the messenger signed it. Only a server that knows the app's secret can tell whether it is true. */
export type InitData = Record<string, unknown>;

/** Reads signed launch data: values that are written as JSON become objects and lists, the others stay texts. */
export function parseInitData(text: string): InitData {
  const data: InitData = {};
  for (const [name, value] of Object.entries(parseQuery(text))) data[name] = readValue(value);
  return data;
}

function readValue(value: string | null): unknown {
  if (value === null || !/^(?:\{.*\}|\[.*\])$/s.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch (error) {
    if (error instanceof SyntaxError) return value;
    throw error;
  }
}
