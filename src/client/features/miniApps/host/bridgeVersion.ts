/** The version that pages are told; the same as in protocol/bridge.ts, which brings the schemas along and is loaded later. A test compares the two. */
export const bridgeVersion = '8.0';
