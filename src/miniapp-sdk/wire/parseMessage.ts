/** Reads one message, or nothing if it is none. */
export function parseMessage(text: unknown): { eventType: string; eventData: unknown } | undefined {
  if (typeof text !== 'string' || !text.startsWith('{')) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const { eventType, eventData } = value as { eventType?: unknown; eventData?: unknown };
  return typeof eventType === 'string' ? { eventType, eventData } : undefined;
}
