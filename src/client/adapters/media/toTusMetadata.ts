import type { UploadRow } from '#sync/changes.ts';

/** The header `Upload-Metadata`: what the server is told of a file, each value as the base64 of its UTF-8. */
export function toTusMetadata({ id, t, n, m }: Pick<UploadRow, 'id' | 't' | 'n' | 'm'>): string {
  return Object.entries({ id, t, n, m })
    .flatMap(([key, value]) => (value === undefined || value === '' ? [] : [`${key} ${toBase64(value)}`]))
    .join(',');
}

function toBase64(text: string): string {
  return btoa(String.fromCodePoint(...new TextEncoder().encode(text)));
}
