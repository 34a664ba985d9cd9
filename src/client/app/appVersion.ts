/** Version of the app as the handshake tells it; the same as in package.json (tested). */
export const appVersion = '0.1.0';
