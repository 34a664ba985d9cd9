interface PolicyLike {
  allowedFeatures(): string[];
}

/** What a page tries to get of the browser, by name. `away`: origin of a stranger. */
export const powerAttacks = (away: string): Record<string, () => unknown> => ({
  features: () => (document as unknown as { featurePolicy: PolicyLike }).featurePolicy.allowedFeatures().sort().join(),
  camera: () => navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'sees'),
  place: () =>
    new Promise((done) =>
      navigator.geolocation.getCurrentPosition(
        () => done('found'),
        ({ code }) => done(`refused ${code}`),
      ),
    ),
  notify: () => Notification.requestPermission(),
  readclip: () => navigator.clipboard.readText(),
  writeclip: () => navigator.clipboard.writeText('hostile write').then(() => 'wrote'),
  copy() {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.value = 'hostile copy';
    field.select();
    return document.execCommand('copy');
  },
  sound: () => new AudioContext().state,
  // Whether the browser makes a connection whose other end would learn the address.
  rtc: async () => {
    const line = new RTCPeerConnection();
    line.createDataChannel('x');
    await line.setLocalDescription(await line.createOffer());
    return line.localDescription?.sdp.includes('ice-ufrag') ?? false;
  },
  fetchlan: () => fetch(`${away}/seen?by=fetch`, { mode: 'no-cors' }).then(() => 'reached'),
  // Pictures may come from everywhere, by https.
  picturelan: () =>
    new Promise((done) => {
      const picture = new Image();
      picture.onerror = () => done('asked');
      picture.src = `${away.replace(/^http:\/\/[^:]+/, 'https://127.0.0.1')}/seen?by=picture`;
    }),
});
