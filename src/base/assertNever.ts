/**
 * Closes a `switch` over a union: a new member fails to compile here. At run time it is reached only
 * when a value lies about its type, and then it throws with that value in the message.
 */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value) ?? String(value)}`);
}
