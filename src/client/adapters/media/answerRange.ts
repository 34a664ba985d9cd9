/** Answers a request for a part of a file (`bytes=a-b`, `bytes=a-`, `bytes=-n`) from the whole of it. A range that cannot be given is 416. */
export async function answerRange(whole: Response, range: string): Promise<Response> {
  const blob = await whole.blob();
  const { size } = blob;
  const match = /^bytes=(\d*)-(\d*)$/.exec(range);
  const [, first = '', last = ''] = match ?? [];
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  const isPossible = match !== null && (first !== '' || last !== '') && from <= to && from < size;
  if (!isPossible) return new Response(null, { status: 416, headers: { 'content-range': `bytes */${size}` } });
  const headers = new Headers(whole.headers);
  headers.set('content-range', `bytes ${from}-${to}/${size}`);
  headers.set('content-length', String(to - from + 1));
  return new Response(blob.slice(from, to + 1), { status: 206, headers });
}
