import { connect } from './kabar/sdk.js';

// Without a messenger around the page, this plays one: open the page in any browser.
if (window.parent === window) await import('./kabar/mock.js');

const kabar = await connect();
const show = (id, text) => (document.getElementById(id).textContent = text);

// A name is only there when the manifest asks for `profile` and the person agreed.
show('hello', `Hello, ${kabar.launch.person?.first_name ?? 'stranger'}`);

let count = Number((await kabar.storage.get('count')) ?? 0);
show('count', count);
kabar.mainButton({ text: 'Tap', isVisible: true });
kabar.on('main', async () => {
  count += 1;
  show('count', count);
  kabar.haptic('light');
  await kabar.storage.set('count', String(count));
});

const scan = async () => show('result', (await kabar.scan('Any QR code')) ?? 'Nothing was scanned.');
document.getElementById('scan').addEventListener('click', () => void scan());

// What the page itself says about the person can be forged. A server of yours must see the signed data.
const answer = await fetch('./api/me', { headers: { 'x-launch-data': kabar.launch.data } });
if (answer.ok) console.info('The server knows', await answer.json());

kabar.ready();
