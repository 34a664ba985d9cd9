/** Names and values of a query or fragment. A name without a value has `null`, as pages expect it. */
export type QueryValues = Record<string, string | null>;

/** Reads one part of an address; `+` is a space. What is not validly encoded stays as it is. */
export function decodeUrlPart(text: string): string {
  const spaced = text.replaceAll('+', '%20');
  try {
    return decodeURIComponent(spaced);
  } catch (error) {
    if (error instanceof URIError) return spaced;
    throw error;
  }
}

/** Reads `a=1&b=2`, without a leading mark. The last of equal names wins. */
export function parseQuery(query: string): QueryValues {
  const values: QueryValues = {};
  for (const part of query.split('&')) {
    if (part === '') continue;
    const place = part.indexOf('=');
    const name = decodeUrlPart(place < 0 ? part : part.slice(0, place));
    // A name that every object has by itself would change the object instead of being kept.
    if (name === '__proto__') continue;
    values[name] = place < 0 ? null : decodeUrlPart(part.slice(place + 1));
  }
  return values;
}

/** Reads a fragment, with or without its `#`. The page's own part in front of the values, if there is one, is kept under `_path`. */
export function parseFragment(fragment: string): QueryValues {
  const text = fragment.replace(/^#/, '');
  if (text === '') return {};
  const mark = text.indexOf('?');
  if (mark < 0 && !text.includes('=')) return { _path: decodeUrlPart(text) };
  if (mark < 0) return parseQuery(text);
  return { _path: decodeUrlPart(text.slice(0, mark)), ...parseQuery(text.slice(mark + 1)) };
}

/**
 * Adds values to the fragment of an address that may have one of its own: after values they follow with `&`, after a name with `?`, and after nothing
 * at once. `parseFragment` finds them in all three.
 */
export function appendToFragment(url: string, values: string): string {
  const mark = url.indexOf('#');
  if (mark < 0) return `${url}#${values}`;
  const own = url.slice(mark + 1);
  if (own === '') return url + values;
  return url + (/[=?]/.test(own) ? '&' : '?') + values;
}
