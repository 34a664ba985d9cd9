import {
  bridgeLimits,
  bridgeMessageSchema,
  bridgeMethods,
  type BridgeCall,
  type BridgeMethod,
} from '#protocol/bridge.ts';

/** Why a message of a page was not taken: no text, too long, no JSON or not an envelope, a method nobody knows, or data of another shape. */
export type BridgeRefusal = 'type' | 'size' | 'form' | 'method' | 'data';

/** Reads one message of a mini-app's page. Never throws: whatever a page sends is a call or a refusal. */
export function readBridgeMessage(raw: unknown): BridgeCall | BridgeRefusal {
  if (typeof raw !== 'string') return 'type';
  if (raw.length > bridgeLimits.messageMax) return 'size';
  let json: unknown;
  try {
    json = JSON.parse(raw);
  } catch (error) {
    if (error instanceof SyntaxError) return 'form';
    throw error;
  }
  const message = bridgeMessageSchema.safeParse(json);
  if (!message.success) return 'form';
  const { eventType, eventData } = message.data;
  if (!isBridgeMethod(eventType)) return 'method';
  const data = bridgeMethods[eventType].safeParse(eventData ?? undefined);
  return data.success ? ({ method: eventType, data: data.data } as BridgeCall) : 'data';
}

const isBridgeMethod = (name: string): name is BridgeMethod => Object.hasOwn(bridgeMethods, name);
